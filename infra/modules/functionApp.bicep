// The function app: a custom handler on Flex Consumption, and every setting it runs with.

@description('Name of the app.')
param name string

@description('Name of its plan.')
param planName string

@description('Region.')
param location string

@description('Tags.')
param tags object

@description('Resource id of the identity it acts as.')
param identityId string

@description('Client id of that identity.')
param identityClientId string

@description('Storage account.')
param storageName string

@description('Address of its blob service, with a slash at its end.')
param blobEndpoint string

@description('Address of its queue service, with a slash at its end.')
param queueEndpoint string

@description('Container that the package is in.')
param packageContainer string

@description('Connection string of Application Insights.')
param insightsConnection string

@description('Subnet to reach out from; empty for none.')
param subnetId string

@description('Memory of an instance, in MB.')
param instanceMemory int

@description('Most instances at a time.')
param maximumInstances int

@description('When feeds are polled.')
param pollSchedule string

@description('When editions are looked at.')
param digestSchedule string

@description('When the outbox is emptied.')
param sendSchedule string

@description('When feeds and messages in trouble are looked for.')
param healthSchedule string

@description('Where an outlet reaches the operator.')
param contact string

@description('Where answers to a mail go; empty for its sender.')
param mailReplyTo string

@description('Address of Communication Services; empty where mail goes by SMTP.')
param mailEndpoint string

@description('Name of the SMTP server.')
param smtpHost string

@description('Its port.')
param smtpPort int

@description('Whether the connection must turn to TLS.')
param smtpStartTls bool

@description('Login name; empty for none.')
param smtpUser string

@description('Address in the key vault of what the login is made with; empty where there is no login.')
param loginUri string

@description('What the address of each secret in the key vault begins with; empty where there is no vault.')
param secretsUri string

@description('Ids of the channels of desk.yaml.')
param channels array

@description('Those of them that are signed webhooks.')
param signedChannels array

@description('Endpoint of the language service; empty for none.')
param languageEndpoint string

@description('Most text records a month.')
param languageRecords int

@description('Further settings of the product.')
param moreSettings object

// What the Functions host reads. Flex takes neither FUNCTIONS_WORKER_RUNTIME nor FUNCTIONS_EXTENSION_VERSION.
var hostSettings = {
  AzureWebJobsStorage__accountName: storageName
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identityClientId
  APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnection
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
}

// What function.json names.
var scheduleSettings = {
  POLL_SCHEDULE: pollSchedule
  DIGEST_SCHEDULE: digestSchedule
  SEND_SCHEDULE: sendSchedule
  HEALTH_SCHEDULE: healthSchedule
}

// What the product's options read.
var productSettings = {
  Monitor__Storage__AccountUri: blobEndpoint
  Monitor__Storage__ClientId: identityClientId
  Monitor__Queue__AccountUri: queueEndpoint
  Monitor__Queue__ClientId: identityClientId
  Monitor__Http__Contact: contact
  Monitor__Mail__ReplyTo: mailReplyTo
}

// Mail by a server of one's own.
var smtpSettings = {
  Monitor__Mail__Smtp__Host: smtpHost
  Monitor__Mail__Smtp__Port: string(smtpPort)
  Monitor__Mail__Smtp__StartTls: string(smtpStartTls)
}

// Mail by Communication Services: where the endpoint is set, the app sends by it. The limits are those of a domain that Azure manages.
var acsSettings = {
  Monitor__Mail__Acs__Endpoint: mailEndpoint
  Monitor__Mail__Acs__ClientId: identityClientId
  Monitor__Mail__Acs__AMinute: '5'
  Monitor__Mail__Acs__AnHour: '10'
}

var loginSettings = {
  Monitor__Mail__Smtp__User: smtpUser
  Monitor__Mail__Smtp__Password: '@Microsoft.KeyVault(SecretUri=${loginUri})'
}

// Where channels lead, and what their messages are signed with, by their ids in desk.yaml.
var channelSettings = toObject(channels, id => 'Monitor__Webhooks__${id}__Url', id => '@Microsoft.KeyVault(SecretUri=${secretsUri}webhook-${id}-url)')
var signingSettings = toObject(signedChannels, id => 'Monitor__Webhooks__${id}__Secret', id => '@Microsoft.KeyVault(SecretUri=${secretsUri}webhook-${id}-secret)')

var languageSettings = {
  Monitor__Language__Endpoint: languageEndpoint
  Monitor__Language__ClientId: identityClientId
  Monitor__Language__MonthlyRecords: string(languageRecords)
}

// Where mails lead back to: the links by which their recipients unsubscribe.
var addressSettings = {
  Monitor__PublicUrl: 'https://${app.properties.defaultHostName}'
}

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    reserved: true
  }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: name
  location: location
  tags: tags
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identityId
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    siteConfig: {
      minTlsVersion: '1.2'
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${blobEndpoint}${packageContainer}'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      runtime: {
        name: 'custom'
        version: '1.0'
      }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemory
        maximumInstanceCount: maximumInstances
      }
    }
  }

  // The collection is written whole: a setting made by hand does not outlive a deployment.
  resource settings 'config' = {
    name: 'appsettings'
    properties: union(hostSettings, scheduleSettings, productSettings, addressSettings, empty(mailEndpoint) ? smtpSettings : acsSettings, empty(smtpUser) ? {} : loginSettings, channelSettings, signingSettings, empty(languageEndpoint) ? {} : languageSettings, moreSettings)
  }

  resource scmPublishing 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: {
      allow: false
    }
  }

  resource ftpPublishing 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: {
      allow: false
    }
  }
}

@description('Name of the app.')
output name string = app.name
