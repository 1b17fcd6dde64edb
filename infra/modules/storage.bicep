// Everything that Monitor keeps, the Functions host's own notes, and the package that the app runs from.

@description('Name of the account: lower case letters and digits.')
@minLength(3)
@maxLength(24)
param name string

@description('Region.')
param location string

@description('Tags.')
param tags object

@description('Redundancy.')
param redundancy string

@description('Days that pages as they were are kept.')
param snapshotDays int

@description('Days that run reports are kept.')
param runDays int

@description('Days that a deleted or overwritten blob can be brought back.')
param restoreDays int

@description('Whether the account is closed to the internet.')
param privateNetwork bool

@description('Addresses that may reach it all the same.')
param operatorAddresses array

// As in src/Monitor.Pipeline/Storage/IBlobStore.cs; a test compares the two.
var containers = ['config', 'state', 'articles', 'snapshots', 'stories', 'outbox', 'digests', 'runs']
var packageContainer = 'packages'

// As src/Monitor.Functions/PollShard/function.json names it; the host sets aside what failed too often under the second name.
var queues = ['poll-shards', 'poll-shards-poison']

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: redundancy
  }
  properties: {
    accessTier: 'Hot'
    allowSharedKeyAccess: false
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: privateNetwork && empty(operatorAddresses) ? 'Disabled' : 'Enabled'
    networkAcls: {
      bypass: 'None'
      defaultAction: privateNetwork ? 'Deny' : 'Allow'
      ipRules: [
        for address in (privateNetwork ? operatorAddresses : []): {
          action: 'Allow'
          value: address
        }
      ]
    }
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-06-01' = {
  parent: account
  name: 'default'
  properties: {
    isVersioningEnabled: true
    deleteRetentionPolicy: {
      enabled: true
      days: restoreDays
    }
    containerDeleteRetentionPolicy: {
      enabled: true
      days: restoreDays
    }
  }
}

resource kept 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' = [
  for container in containers: {
    parent: blobs
    name: container
    properties: {
      publicAccess: 'None'
    }
  }
]

resource queueService 'Microsoft.Storage/storageAccounts/queueServices@2025-06-01' = {
  parent: account
  name: 'default'
}

resource shards 'Microsoft.Storage/storageAccounts/queueServices/queues@2025-06-01' = [
  for queue in queues: {
    parent: queueService
    name: queue
  }
]

resource packages 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' = {
  parent: blobs
  name: packageContainer
  properties: {
    publicAccess: 'None'
  }
}

resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2025-06-01' = {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: [
        {
          name: 'snapshots'
          enabled: true
          type: 'Lifecycle'
          definition: {
            filters: {
              blobTypes: ['blockBlob']
              prefixMatch: ['snapshots/']
            }
            actions: {
              baseBlob: {
                delete: {
                  daysAfterModificationGreaterThan: snapshotDays
                }
              }
            }
          }
        }
        {
          name: 'runs'
          enabled: true
          type: 'Lifecycle'
          definition: {
            filters: {
              blobTypes: ['blockBlob']
              prefixMatch: ['runs/']
            }
            actions: {
              baseBlob: {
                delete: {
                  daysAfterModificationGreaterThan: runDays
                }
              }
            }
          }
        }
        {
          // State, outbox and the host's locks are written over all day: without this their old versions would never end.
          name: 'versions'
          enabled: true
          type: 'Lifecycle'
          definition: {
            filters: {
              blobTypes: ['blockBlob']
            }
            actions: {
              version: {
                delete: {
                  daysAfterCreationGreaterThan: restoreDays
                }
              }
            }
          }
        }
      ]
    }
  }
  dependsOn: [blobs]
}

@description('Resource id.')
output id string = account.id

@description('Name of the account.')
output name string = account.name

@description('Address of the blob service, with a slash at its end.')
output blobEndpoint string = account.properties.primaryEndpoints.blob

@description('Address of the queue service, with a slash at its end.')
output queueEndpoint string = account.properties.primaryEndpoints.queue

@description('Container that the package is uploaded to.')
output packageContainer string = packages.name
