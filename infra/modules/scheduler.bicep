// The Durable Task Scheduler, which takes the place of the hub in Azure Storage by app settings alone.
import { durableTaskContributor } from '../roles.bicep'

param name string
param location string
param tags object
param hubName string
param appPrincipalId string
@description('The addresses that may knock. It takes nothing but Entra tokens either way.')
param allowedAddresses string[]

resource scheduler 'Microsoft.DurableTask/schedulers@2025-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    ipAllowlist: allowedAddresses
    sku: { name: 'Consumption' }
  }

  resource hub 'taskHubs' = { name: hubName }
}

resource app 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: scheduler
  name: guid(scheduler.id, 'app', durableTaskContributor)
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', durableTaskContributor)
  }
}

output endpoint string = scheduler.properties.endpoint
