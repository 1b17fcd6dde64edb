// Azure AI Language, by Entra tokens only.

@description('Name of the account, and its subdomain: without one Entra tokens are refused.')
param name string

@description('Region.')
param location string

@description('Tags.')
param tags object

resource account 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'TextAnalytics'
  sku: {
    name: 'S'
  }
  properties: {
    customSubDomainName: name
    disableLocalAuth: true
    publicNetworkAccess: 'Enabled'
  }
}

@description('Name of the account.')
output name string = account.name

@description('Endpoint.')
output endpoint string = account.properties.endpoint
