// The one identity that the function app acts as.

@description('Name of the identity.')
param name string

@description('Region.')
param location string

@description('Tags.')
param tags object

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: name
  location: location
  tags: tags
}

@description('Resource id.')
output id string = identity.id

@description('Client id: how the app asks for it.')
output clientId string = identity.properties.clientId

@description('Object id: whom roles are assigned to.')
output principalId string = identity.properties.principalId
