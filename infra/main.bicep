// Everything that YosWorkflow needs in Azure, for one environment: a resource group and what is in it.
// docs/deployment.md says how it is deployed, docs/security.md why it is built like this.
targetScope = 'subscription'

@description('The environment’s name, as part of resource names.')
@minLength(2)
@maxLength(16)
param environmentName string

@description('Where everything is. The data stays in the UK; the second copy of storage is in the other UK region.')
@allowed(['uksouth', 'ukwest'])
param location string

@description('The client id of the app registration by which people sign in.')
@minLength(36)
@maxLength(36)
param signInClientId string

@description('The service’s name, as people see it.')
param serviceName string = 'Youth offending service'

@description('Where people reach the pages, without a slash at the end. Empty: the Function App’s own address.')
param publicUrl string = ''

@description('Whether it is the real one. A test environment mails allowed domains only.')
@allowed(['production', 'test'])
param serviceEnvironment string = 'production'

@description('The hour of the morning’s chase, in Europe/London.')
@minValue(0)
@maxValue(11)
param chaseHour int = 7

@description('The standards pack that applies.')
@allowed(['kent-2011', 'ns-2009', 'ns-2013', 'ys-2019'])
param standardsPack string = 'kent-2011'

@description('The address that emails come from. Its domain is authenticated at SendGrid.')
param emailFrom string

@description('The domains that may be mailed, separated by commas. Empty: any, which only production may have.')
param allowedEmailDomains string = ''

@description('The public key of SendGrid’s signed event webhook. Empty: every delivery event is refused.')
param sendGridWebhookPublicKey string = ''

@description('The id in the Teams app’s manifest. Empty: notifications link to the pages.')
param teamsAppId string = ''

@description('The orchestrations’ hub. A new name starts an empty hub; the state is in tables and stays.')
@minLength(3)
@maxLength(45)
param hubName string = 'YosWorkflow'

@description('Storage and vault are reached by private endpoints only.')
param privateNetworking bool = false

@description('With private networking, a free range of 256 addresses for the virtual network.')
param networkRange string = '10.70.0.0/24'

@description('With private networking, public IPv4 addresses from which operators may still reach storage and vault.')
param operatorAddresses string[] = []

@description('Orchestrations run on a Durable Task Scheduler instead of Azure Storage.')
param durableTaskScheduler bool = false

@description('Storage, vault and logs can’t be deleted before their locks are.')
param resourceLocks bool = false

@description('The object id of the Entra group that sets secrets, exports, restores and reads logs. Empty: nobody may.')
param operatorsGroupId string = ''

@description('Who is told by email when the service is not well or costs more than it should.')
@minLength(1)
param alertEmails string[]

@description('What a month may cost, in the subscription’s currency. Zero: no budget.')
@minValue(0)
param monthlyBudget int = 100

@description('The first day of the month in which the budget was made, yyyy-MM-01. Azure lets nobody change it afterwards.')
@minLength(10)
@maxLength(10)
param budgetFrom string

@description('For how many days logs are kept.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 90

@description('More tags, such as a cost centre.')
param extraTags object = {}

var token = take(uniqueString(subscription().id, environmentName, location), 13)
var tags = union(extraTags, { 'azd-env-name': environmentName, service: 'YosWorkflow', data: 'Official-Sensitive' })

// The settings that are known before anything is deployed (docs/deployment.md). One that is empty is left out.
var allChosenSettings = {
  AzureFunctionsJobHost__extensions__durableTask__hubName: hubName
  Service__Name: serviceName
  Service__PublicUrl: publicUrl
  Service__TimeZone: 'Europe/London'
  Service__Environment: serviceEnvironment
  Chase__Hour: string(chaseHour)
  Standards__Pack: standardsPack
  SendGrid__From: emailFrom
  SendGrid__DataResidency: 'eu'
  SendGrid__WebhookPublicKey: sendGridWebhookPublicKey
  Graph__TenantId: tenant().tenantId
  Graph__TeamsAppId: teamsAppId
  Delivery__Mode: 'live'
  Delivery__AllowedDomains: allowedEmailDomains
}
var chosenSettings = toObject(
  filter(items(allChosenSettings), setting => !empty(setting.value)),
  setting => setting.key,
  setting => setting.value
)

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: 'rg-yosworkflow-${environmentName}'
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  scope: group
  params: { name: 'id-yosworkflow-${environmentName}', location: location, tags: tags }
}

module monitoring 'modules/monitoring.bicep' = {
  scope: group
  params: {
    name: 'yosworkflow-${environmentName}'
    location: location
    tags: tags
    retentionDays: logRetentionDays
    publisherId: identity.outputs.principalId
    operatorsGroupId: operatorsGroupId
    locked: resourceLocks
  }
}

module network 'modules/network.bicep' = if (privateNetworking) {
  scope: group
  params: { name: 'yosworkflow-${environmentName}', location: location, tags: tags, range: networkRange }
}

module storage 'modules/storage.bicep' = {
  scope: group
  params: {
    name: 'styos${token}'
    location: location
    tags: tags
    appPrincipalId: identity.outputs.principalId
    operatorsGroupId: operatorsGroupId
    workspaceId: monitoring.outputs.workspaceId
    private: privateNetworking
    network: network.?outputs.endpoints
    operatorAddresses: operatorAddresses
    locked: resourceLocks
  }
}

module backup 'modules/backup.bicep' = {
  scope: group
  params: {
    name: 'styosbk${token}'
    location: location
    tags: tags
    operatorsGroupId: operatorsGroupId
    workspaceId: monitoring.outputs.workspaceId
    private: privateNetworking
    network: network.?outputs.endpoints
    operatorAddresses: operatorAddresses
    locked: resourceLocks
  }
}

module vault 'modules/vault.bicep' = {
  scope: group
  params: {
    name: 'kv-yos-${token}'
    location: location
    tags: tags
    appPrincipalId: identity.outputs.principalId
    operatorsGroupId: operatorsGroupId
    workspaceId: monitoring.outputs.workspaceId
    private: privateNetworking
    network: network.?outputs.endpoints
    operatorAddresses: operatorAddresses
    locked: resourceLocks
  }
}

module scheduler 'modules/scheduler.bicep' = if (durableTaskScheduler) {
  scope: group
  params: {
    name: 'dts-yos-${token}'
    location: location
    tags: tags
    hubName: hubName
    appPrincipalId: identity.outputs.principalId
    allowedAddresses: privateNetworking ? ['${network!.outputs.outboundAddress}/32'] : ['0.0.0.0/0']
  }
}

module app 'modules/app.bicep' = {
  scope: group
  params: {
    name: 'func-yosworkflow-${environmentName}-${take(token, 6)}'
    location: location
    tags: tags
    identityId: identity.outputs.id
    workspaceId: monitoring.outputs.workspaceId
    packageContainer: storage.outputs.packageContainer
    subnetId: network.?outputs.appSubnetId
    signInClientId: signInClientId
    signInAssertionClientId: identity.outputs.clientId
    settings: union(
      chosenSettings,
      {
        AzureWebJobsStorage__credential: 'managedidentity'
        AzureWebJobsStorage__clientId: identity.outputs.clientId
        AzureWebJobsStorage__blobServiceUri: storage.outputs.blobs
        AzureWebJobsStorage__queueServiceUri: storage.outputs.queues
        AzureWebJobsStorage__tableServiceUri: storage.outputs.tables
        Storage__TableServiceUri: storage.outputs.tables
        AZURE_CLIENT_ID: identity.outputs.clientId
        APPLICATIONINSIGHTS_CONNECTION_STRING: monitoring.outputs.connectionString
        APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identity.outputs.clientId};Authorization=AAD'
        SendGrid__ApiKey: vault.outputs.sendGridKeyReference
        Graph__ClientId: identity.outputs.clientId
      },
      durableTaskScheduler
        ? {
            AzureFunctionsJobHost__extensions__durableTask__storageProvider__type: 'azureManaged'
            AzureFunctionsJobHost__extensions__durableTask__storageProvider__connectionStringName: 'DurableTaskScheduler'
            DurableTaskScheduler: 'Endpoint=${scheduler!.outputs.endpoint};Authentication=ManagedIdentity;ClientID=${identity.outputs.clientId}'
          }
        : {}
    )
  }
}

module alerts 'modules/alerts.bicep' = {
  scope: group
  params: {
    name: 'yosworkflow-${environmentName}'
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    emails: alertEmails
  }
}

module budget 'modules/budget.bicep' = if (monthlyBudget > 0) {
  scope: group
  params: { amount: monthlyBudget, from: budgetFrom, emails: alertEmails }
}

output AZURE_RESOURCE_GROUP string = group.name
output FUNCTION_APP_NAME string = app.outputs.name
output SERVICE_URL string = app.outputs.url
output KEY_VAULT_NAME string = vault.outputs.name
output STORAGE_TABLES_URL string = storage.outputs.tables
output BACKUP_CONTAINER_URL string = backup.outputs.container
output IDENTITY_PRINCIPAL_ID string = identity.outputs.principalId
output IDENTITY_CLIENT_ID string = identity.outputs.clientId
