// The one identity by which the app reaches storage, vault, telemetry, Microsoft Graph and the sign-in's token endpoint. It has no
// secret that could leak, and outlives the app, so that a grant in Entra is given once.
param name string
param location string
param tags object

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: name
  location: location
  tags: tags
}

output id string = identity.id
output clientId string = identity.properties.clientId
output principalId string = identity.properties.principalId
