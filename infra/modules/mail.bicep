// E-mail by Azure Communication Services, from a domain that Azure manages.

@description('Name of the e-mail service.')
param emailServiceName string

@description('Name of the communication service.')
param communicationServiceName string

@description('Where mail data is kept at rest.')
param dataLocation string

@description('Tags.')
param tags object

resource emailService 'Microsoft.Communication/emailServices@2025-09-01' = {
  name: emailServiceName
  location: 'global'
  tags: tags
  properties: {
    dataLocation: dataLocation
  }
}

resource domain 'Microsoft.Communication/emailServices/domains@2025-09-01' = {
  parent: emailService
  name: 'AzureManagedDomain'
  location: 'global'
  tags: tags
  properties: {
    domainManagement: 'AzureManaged'
    userEngagementTracking: 'Disabled'
  }
}

resource communicationService 'Microsoft.Communication/communicationServices@2025-09-01' = {
  name: communicationServiceName
  location: 'global'
  tags: tags
  properties: {
    dataLocation: dataLocation
    linkedDomains: [domain.id]
  }
}

@description('Name of the communication service.')
output communicationServiceName string = communicationService.name

@description('Address of its REST interface.')
output endpoint string = 'https://${communicationService.properties.hostName}'

@description('Address that it sends from.')
output senderAddress string = 'DoNotReply@${domain.properties.fromSenderDomain}'
