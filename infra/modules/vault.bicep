// Holds what must be kept secret: the SMTP login's password, the addresses of channels. A person puts it there; no template ever sees it.

@description('Name of the vault.')
@minLength(3)
@maxLength(24)
param name string

@description('Region.')
param location string

@description('Tags.')
param tags object

@description('Whether the vault is closed to the internet.')
param privateNetwork bool

@description('Addresses that may reach it all the same.')
param operatorAddresses array

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    softDeleteRetentionInDays: 7
    publicNetworkAccess: privateNetwork && empty(operatorAddresses) ? 'Disabled' : 'Enabled'
    networkAcls: {
      bypass: 'None'
      defaultAction: privateNetwork ? 'Deny' : 'Allow'
      ipRules: [
        for address in (privateNetwork ? operatorAddresses : []): {
          value: address
        }
      ]
    }
  }
}

@description('Resource id.')
output id string = vault.id

@description('Name of the vault.')
output name string = vault.name

@description('Address of the newest version of what the SMTP login is made with.')
output loginUri string = '${vault.properties.vaultUri}secrets/smtp-password'

@description('What the address of each of its secrets begins with.')
output secretsUri string = '${vault.properties.vaultUri}secrets/'
