// The Function App on Flex Consumption, with sign-in by Entra ID in front of it.
param name string
param location string
param tags object
param identityId string
param workspaceId string
@description('The blob container that the app’s package is deployed to.')
param packageContainer string
@description('The subnet through which the app goes out. Null: it has no network of its own.')
param subnetId string?
param signInClientId string
@description('The identity whose tokens stand in for the client secret of the sign-in’s app registration.')
param signInAssertionClientId string
@description('App settings. Secrets in them are references to the vault.')
param settings object

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: 'plan-${name}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: name
  location: location
  tags: union(tags, { 'azd-service-name': 'app' })
  kind: 'functionapp,linux'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identityId}': {} } }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    // People come in by browser and SendGrid by its webhook, so the app itself stays reachable; who is let in is said below.
    publicNetworkAccess: 'Enabled'
    keyVaultReferenceIdentity: identityId
    virtualNetworkSubnetId: subnetId
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      http20Enabled: true
      remoteDebuggingEnabled: false
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packageContainer
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identityId }
        }
      }
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      scaleAndConcurrency: { instanceMemoryMB: 2048, maximumInstanceCount: 40 }
    }
  }

  // Nobody deploys with a password.
  resource ftp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource scm 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }

  resource appSettings 'config' = {
    name: 'appsettings'
    properties: union({ Service__PublicUrl: 'https://${app.properties.defaultHostName}' }, settings, {
      // The sign-in proves itself by the managed identity’s token, so that there is no client secret.
      OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID: signInAssertionClientId
      WEBSITE_AUTH_AAD_ALLOWED_TENANTS: tenant().tenantId
    })
  }

  // Who is signed in is established here, and X-MS-CLIENT-PRINCIPAL from outside is thrown away. Requests of nobody pass on, since
  // machines come with function keys and the webhook with a signature: the app refuses what is not allowed to nobody.
  resource signIn 'config' = {
    name: 'authsettingsV2'
    properties: {
      platform: { enabled: true, runtimeVersion: '~1' }
      globalValidation: { requireAuthentication: false, unauthenticatedClientAction: 'AllowAnonymous' }
      httpSettings: { requireHttps: true, forwardProxy: { convention: 'NoProxy' } }
      identityProviders: {
        azureActiveDirectory: {
          enabled: true
          registration: {
            clientId: signInClientId
            clientSecretSettingName: 'OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID'
            openIdIssuer: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
          }
          validation: {
            allowedAudiences: [signInClientId, 'api://${signInClientId}']
            defaultAuthorizationPolicy: { allowedApplications: [signInClientId] }
          }
        }
      }
      login: {
        // Nothing here calls another service in a person’s name, so their tokens are not kept.
        tokenStore: { enabled: false }
        cookieExpiration: { convention: 'FixedTime', timeToExpiration: '08:00:00' }
        preserveUrlFragmentsForLogins: false
      }
    }
    dependsOn: [appSettings]
  }
}

resource log 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: app
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    // What the app itself says goes to Application Insights; here is who signed in.
    logs: [{ category: 'AppServiceAuthenticationLogs', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

output name string = app.name
output url string = 'https://${app.properties.defaultHostName}'
