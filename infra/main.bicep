// Monitor in one resource group: the function app, its storage, its identity, its mail, and what watches it.
targetScope = 'resourceGroup'

@description('Name of this deployment, such as "desk": part of every resource\'s name.')
@minLength(2)
@maxLength(16)
param environmentName string

@description('Region of everything that has one. It must offer Flex Consumption.')
param location string = resourceGroup().location

@description('Where an outlet reaches the operator: an e-mail or web address, sent in the User-Agent of every request.')
@minLength(3)
@maxLength(200)
param contact string

@description('E-mail address that alert rules and the budget write to.')
@minLength(3)
param operationsEmail string

@description('Who sends the mail: "smtp" is a server of your own, "communicationServices" an Azure Communication Services resource that is deployed too and that the app\'s identity sends by.')
@allowed(['smtp', 'communicationServices'])
param mailBy string = 'smtp'

@description('Name of the SMTP server. Needed when mailBy is "smtp"; otherwise ignored.')
param smtpHost string = ''

@description('Port of the SMTP server.')
@minValue(1)
@maxValue(65535)
param smtpPort int = 587

@description('Whether the connection must turn to TLS before anything is said.')
param smtpStartTls bool = true

@description('Login name at the SMTP server; empty for a server that asks for none. Its password is put into the key vault by hand, never into a parameter.')
param smtpUser string = ''

@description('Where answers to a mail go; empty for its sender.')
param mailReplyTo string = ''

@description('Where Communication Services keeps mail data at rest.')
param mailDataLocation string = 'Australia'

@description('Ids of the channels of desk.yaml (teams, slack and webhook). Their addresses are put into the key vault by hand, as webhook-ID-url, never into a parameter.')
param channels array = []

@description('Those of the channels that are signed webhooks. Their secrets are put into the key vault by hand, as webhook-ID-secret.')
param signedChannels array = []

@description('Object ids of the people (or groups) who deploy the package and edit the files of the desk.')
param operatorIds array = []

@description('Whether operatorIds are users or groups.')
@allowed(['User', 'Group'])
param operatorType string = 'User'

@description('When feeds are polled: NCRONTAB with seconds, in UTC.')
param pollSchedule string = '0 */10 * * * *'

@description('When the function asks whether an edition is due: NCRONTAB with seconds, in UTC.')
param digestSchedule string = '0 */15 * * * *'

@description('When the outbox is emptied: NCRONTAB with seconds, in UTC.')
param sendSchedule string = '0 * * * * *'

@description('When feeds and messages in trouble are looked for: NCRONTAB with seconds, in UTC.')
param healthSchedule string = '0 5 * * * *'

@description('Memory of an instance, in MB.')
@allowed([512, 2048, 4096])
param instanceMemory int = 512

@description('Most instances at a time. Each timer function runs on one, shards of feeds on as many as there are.')
@minValue(1)
@maxValue(1000)
param maximumInstances int = 40

@description('Redundancy of the storage account.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS'])
param storageRedundancy string = 'Standard_ZRS'

@description('Days that pages as they were are kept.')
@minValue(30)
param snapshotDays int = 730

@description('Days that run reports are kept. A digest adds them up: never fewer than the longest gap between two editions.')
@minValue(14)
param runDays int = 90

@description('Days that a deleted or overwritten blob can be brought back.')
@minValue(1)
@maxValue(365)
param restoreDays int = 30

@description('Days that logs are kept. The first 31 are in the price of ingestion.')
@minValue(30)
@maxValue(730)
param logDays int = 31

@description('Most logs taken in a day, in GB. Past it nothing is logged until the next day, and the dead-man rules fire.')
@minValue(1)
param logQuotaGb int = 1

@description('Whether storage and key vault are reached over a virtual network of their own only.')
param privateNetwork bool = false

@description('IPv4 addresses or CIDR ranges that may reach storage and key vault beside the virtual network: where operators deploy from. Read only when privateNetwork is on.')
param operatorAddresses array = []

@description('Whether an Azure AI Language account is deployed, and matched articles are read by it.')
param language bool = false

@description('Most text records (1,000 characters each, for each of three features) that are sent to it in a month. Past it the app reads by itself.')
@minValue(0)
param languageRecords int = 5000

@description('Whether the alert rules are in force.')
param alertsEnabled bool = true

@description('The desk\'s zone, as in desk.yaml: a name from the IANA list.')
param deskZone string = 'Pacific/Auckland'

@description('Each edition of desk.yaml: its name, the minutes after local midnight by which it must have been written, one for each of its times (480 is 08:00), and the days of the week on which it is due; 0 is Sunday.')
param digestEditions array = [
  {
    name: 'Morning digest'
    byMinutes: [480]
    days: [0, 1, 2, 3, 4, 5, 6]
  }
]

@description('How many feeds must be in trouble at one check before the rule fires. Each one is told by mail anyway.')
@minValue(1)
param troubledFeeds int = 3

@description('Most that a month should cost, in the currency of the billing account; the budget writes at 50, 90 and 100 percent.')
@minValue(1)
param monthlyBudget int = 20

@description('First day of the month that the budget starts with. Azure takes no day of the past for a new one; leave it as it was for one that is there.')
param budgetStart string = utcNow('yyyy-MM-01')

@description('Further settings of the product by their environment names, such as Monitor__Poll__FeedsAtOnce. Never a password.')
param moreSettings object = {}

@description('Tags on every resource.')
param tags object = {}

var abbreviations = loadJsonContent('abbreviations.json')
var token = take(uniqueString(resourceGroup().id, environmentName, location), 8)
var name = '${toLower(environmentName)}-${token}'
var allTags = union(tags, { 'azd-env-name': environmentName })
var byCommunicationServices = mailBy == 'communicationServices'
var hasLogin = !empty(smtpUser)
var hasSecrets = hasLogin || !empty(channels)

module identity 'modules/identity.bicep' = {
  name: 'identity'
  params: {
    name: '${abbreviations.identity}${name}'
    location: location
    tags: allTags
  }
}

module logs 'modules/logs.bicep' = {
  name: 'logs'
  params: {
    workspaceName: '${abbreviations.workspace}${name}'
    insightsName: '${abbreviations.applicationInsights}${name}'
    location: location
    tags: allTags
    retentionDays: logDays
    dailyQuotaGb: logQuotaGb
  }
}

module network 'modules/network.bicep' = if (privateNetwork) {
  name: 'network'
  params: {
    name: '${abbreviations.virtualNetwork}${name}'
    location: location
    tags: allTags
  }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  params: {
    name: '${abbreviations.storageAccount}monitor${token}'
    location: location
    tags: allTags
    redundancy: storageRedundancy
    snapshotDays: snapshotDays
    runDays: runDays
    restoreDays: restoreDays
    privateNetwork: privateNetwork
    operatorAddresses: operatorAddresses
  }
}

module vault 'modules/vault.bicep' = if (hasSecrets) {
  name: 'vault'
  params: {
    name: '${abbreviations.keyVault}monitor-${token}'
    location: location
    tags: allTags
    privateNetwork: privateNetwork
    operatorAddresses: operatorAddresses
  }
}

module storageEndpoint 'modules/privateEndpoint.bicep' = if (privateNetwork) {
  name: 'storageEndpoint'
  params: {
    name: '${abbreviations.privateEndpoint}blob-${name}'
    location: location
    tags: allTags
    targetId: storage.outputs.id
    group: 'blob'
    subnetId: network!.outputs.endpointSubnetId
    zoneId: network!.outputs.blobZoneId
  }
}

module queueEndpoint 'modules/privateEndpoint.bicep' = if (privateNetwork) {
  name: 'queueEndpoint'
  params: {
    name: '${abbreviations.privateEndpoint}queue-${name}'
    location: location
    tags: allTags
    targetId: storage.outputs.id
    group: 'queue'
    subnetId: network!.outputs.endpointSubnetId
    zoneId: network!.outputs.queueZoneId
  }
}

module vaultEndpoint 'modules/privateEndpoint.bicep' = if (privateNetwork && hasSecrets) {
  name: 'vaultEndpoint'
  params: {
    name: '${abbreviations.privateEndpoint}vault-${name}'
    location: location
    tags: allTags
    targetId: vault!.outputs.id
    group: 'vault'
    subnetId: network!.outputs.endpointSubnetId
    zoneId: network!.outputs.vaultZoneId
  }
}

module mail 'modules/mail.bicep' = if (byCommunicationServices) {
  name: 'mail'
  params: {
    emailServiceName: '${abbreviations.emailService}${name}'
    communicationServiceName: '${abbreviations.communicationService}${name}'
    dataLocation: mailDataLocation
    tags: allTags
  }
}

module languageAccount 'modules/language.bicep' = if (language) {
  name: 'language'
  params: {
    name: '${abbreviations.languageAccount}${name}'
    location: location
    tags: allTags
  }
}

module roles 'modules/roles.bicep' = {
  name: 'roles'
  params: {
    identityPrincipalId: identity.outputs.principalId
    operatorIds: operatorIds
    operatorType: operatorType
    storageName: storage.outputs.name
    insightsName: logs.outputs.insightsName
    vaultName: hasSecrets ? vault!.outputs.name : ''
    communicationServiceName: byCommunicationServices ? mail!.outputs.communicationServiceName : ''
    languageName: language ? languageAccount!.outputs.name : ''
  }
}

module functionApp 'modules/functionApp.bicep' = {
  name: 'functionApp'
  params: {
    name: '${abbreviations.functionApp}${name}'
    planName: '${abbreviations.hostingPlan}${name}'
    location: location
    tags: union(allTags, { 'azd-service-name': 'functions' })
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    storageName: storage.outputs.name
    blobEndpoint: storage.outputs.blobEndpoint
    queueEndpoint: storage.outputs.queueEndpoint
    packageContainer: storage.outputs.packageContainer
    insightsConnection: logs.outputs.insightsConnection
    subnetId: privateNetwork ? network!.outputs.appSubnetId : ''
    instanceMemory: instanceMemory
    maximumInstances: maximumInstances
    pollSchedule: pollSchedule
    digestSchedule: digestSchedule
    sendSchedule: sendSchedule
    healthSchedule: healthSchedule
    contact: contact
    mailReplyTo: mailReplyTo
    mailEndpoint: byCommunicationServices ? mail!.outputs.endpoint : ''
    smtpHost: smtpHost
    smtpPort: smtpPort
    smtpStartTls: smtpStartTls
    smtpUser: smtpUser
    loginUri: hasLogin ? vault!.outputs.loginUri : ''
    secretsUri: hasSecrets ? vault!.outputs.secretsUri : ''
    channels: channels
    signedChannels: signedChannels
    languageEndpoint: language ? languageAccount!.outputs.endpoint : ''
    languageRecords: languageRecords
    moreSettings: moreSettings
  }
  // The app opens storage and vault as soon as it starts.
  dependsOn: [roles, storageEndpoint, queueEndpoint, vaultEndpoint]
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  params: {
    rulePrefix: '${abbreviations.alertRule}${name}'
    actionGroupName: '${abbreviations.actionGroup}${name}'
    location: location
    tags: allTags
    workspaceId: logs.outputs.workspaceId
    operationsEmail: operationsEmail
    enabled: alertsEnabled
    deskZone: deskZone
    digestEditions: digestEditions
    troubledFeeds: troubledFeeds
  }
}

module budget 'modules/budget.bicep' = {
  name: 'budget'
  params: {
    name: '${abbreviations.budget}${name}'
    amount: monthlyBudget
    start: budgetStart
    operationsEmail: operationsEmail
  }
}

@description('Name of the function app.')
output functionAppName string = functionApp.outputs.name

@description('Name of the storage account.')
output storageName string = storage.outputs.name

@description('Container that the package is uploaded to.')
output packageContainer string = storage.outputs.packageContainer

@description('Name of the key vault that holds the SMTP password and what belongs to channels; empty where there is neither.')
output vaultName string = hasSecrets ? vault!.outputs.name : ''

@description('Address that Communication Services sends from; empty where mail goes another way. desk.yaml must name it.')
output senderAddress string = byCommunicationServices ? mail!.outputs.senderAddress : ''

@description('Endpoint of the AI Language account; empty where there is none.')
output languageEndpoint string = language ? languageAccount!.outputs.endpoint : ''
