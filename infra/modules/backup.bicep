// Where exports of the tables are kept: an account of its own, that the app can't reach, so that what harms the state leaves its
// copies alone. Every version stays for a month after it was replaced or deleted.
import { blobContributor } from '../roles.bicep'
import { PrivateEndpoints } from '../types.bicep'

@maxLength(24)
param name string
param location string
param tags object
param operatorsGroupId string
param workspaceId string
@description('Whether it is reached by private endpoints only; if not, from anywhere, by an identity with a role.')
param private bool
@description('With private networking, where the endpoints go.')
param network PrivateEndpoints?
param operatorAddresses string[]
param locked bool

var recoverableDays = 30
var keepDays = 90

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: location == 'uksouth' ? 'Standard_ZRS' : 'Standard_GRS' }
  properties: {
    accessTier: 'Cool'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    allowedCopyScope: 'AAD'
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    encryption: { keySource: 'Microsoft.Storage', requireInfrastructureEncryption: true }
    publicNetworkAccess: !private || !empty(operatorAddresses) ? 'Enabled' : 'Disabled'
    networkAcls: {
      bypass: 'None'
      defaultAction: private ? 'Deny' : 'Allow'
      ipRules: private ? map(operatorAddresses, address => { value: address, action: 'Allow' }) : []
    }
  }

  resource blobs 'blobServices' = {
    name: 'default'
    properties: {
      isVersioningEnabled: true
      containerDeleteRetentionPolicy: { enabled: true, days: recoverableDays }
      deleteRetentionPolicy: { enabled: true, days: recoverableDays }
    }

    resource exports 'containers' = {
      name: 'exports'
      properties: { publicAccess: 'None' }
    }
  }

  resource ageing 'managementPolicies' = {
    name: 'default'
    properties: {
      policy: {
        rules: [
          {
            name: 'exports-age'
            type: 'Lifecycle'
            enabled: true
            definition: {
              filters: { blobTypes: ['blockBlob'], prefixMatch: ['exports/'] }
              actions: {
                baseBlob: { delete: { daysAfterModificationGreaterThan: keepDays } }
                version: { delete: { daysAfterCreationGreaterThan: recoverableDays } }
              }
            }
          }
        ]
      }
    }
    dependsOn: [blobs]
  }
}

resource operators 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(operatorsGroupId)) {
  scope: account::blobs::exports
  name: guid(account::blobs::exports.id, operatorsGroupId, blobContributor)
  properties: {
    principalId: operatorsGroupId
    principalType: 'Group'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', blobContributor)
  }
}

module endpoint 'private-endpoint.bicep' = if (private) {
  params: {
    name: 'pe-${name}-blob'
    location: location
    tags: tags
    targetId: account.id
    service: 'blob'
    subnetId: network!.subnetId
    zoneId: network!.zones.blob
  }
}

resource blobLog 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: account::blobs
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'StorageRead', enabled: true }
      { category: 'StorageWrite', enabled: true }
      { category: 'StorageDelete', enabled: true }
    ]
    metrics: [{ category: 'Transaction', enabled: true }]
  }
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (locked) {
  scope: account
  name: 'keep'
  properties: { level: 'CanNotDelete', notes: 'The copies of the service’s state.' }
}

output container string = '${account.properties.primaryEndpoints.blob}${account::blobs::exports.name}'
