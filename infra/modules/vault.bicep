// The one secret there is: SendGrid's API key. The council sets it (docs/deployment.md); it is in no template and no parameter.
import { secretsOfficer, secretsUser } from '../roles.bicep'
import { PrivateEndpoints } from '../types.bicep'

@maxLength(24)
param name string
param location string
param tags object
param appPrincipalId string
param operatorsGroupId string
param workspaceId string
@description('Whether it is reached by private endpoints only; if not, from anywhere, by an identity with a role.')
param private bool
@description('With private networking, where the endpoints go.')
param network PrivateEndpoints?
param operatorAddresses string[]
param locked bool

var sendGridKey = 'SendGrid-ApiKey'

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: true
    enabledForDeployment: false
    enabledForDiskEncryption: false
    enabledForTemplateDeployment: false
    publicNetworkAccess: !private || !empty(operatorAddresses) ? 'Enabled' : 'Disabled'
    networkAcls: {
      bypass: 'None'
      defaultAction: private ? 'Deny' : 'Allow'
      ipRules: private ? map(operatorAddresses, address => { value: address }) : []
    }
  }
}

resource app 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, 'app', secretsUser)
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', secretsUser)
  }
}

resource operators 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(operatorsGroupId)) {
  scope: vault
  name: guid(vault.id, operatorsGroupId, secretsOfficer)
  properties: {
    principalId: operatorsGroupId
    principalType: 'Group'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', secretsOfficer)
  }
}

module endpoint 'private-endpoint.bicep' = if (private) {
  params: {
    name: 'pe-${name}'
    location: location
    tags: tags
    targetId: vault.id
    service: 'vault'
    subnetId: network!.subnetId
    zoneId: network!.zones.vault
  }
}

resource log 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: vault
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'audit', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (locked) {
  scope: vault
  name: 'keep'
  properties: { level: 'CanNotDelete', notes: 'SendGrid’s key.' }
}

output name string = vault.name
@description('How an app setting names the secret: the reference, not its value. No version: a new key is taken up within a day, or by a restart.')
output sendGridKeyReference string = '@Microsoft.KeyVault(SecretUri=${vault.properties.vaultUri}secrets/${sendGridKey})'
