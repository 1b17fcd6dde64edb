using 'main.bicep'

// What has no default. The commands of README.md, and azd, give the values by the environment.
param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'desk')
param location = readEnvironmentVariable('AZURE_LOCATION', 'australiaeast')
param contact = readEnvironmentVariable('MONITOR_CONTACT')
param operationsEmail = readEnvironmentVariable('MONITOR_OPERATIONS_EMAIL')
param operatorIds = [readEnvironmentVariable('AZURE_PRINCIPAL_ID')]

// Mail, by a server of your own.
param smtpHost = readEnvironmentVariable('MONITOR_SMTP_HOST', '')
param smtpUser = readEnvironmentVariable('MONITOR_SMTP_USER', '')
