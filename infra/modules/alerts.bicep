// What wakes operations. Each query returns rows only when something is wrong, silence included, so that every rule reads alike.
// A rule looks back over longer than it waits: logs arrive minutes late.

@description('Start of every rule\'s name.')
param rulePrefix string

@description('Name of the action group.')
param actionGroupName string

@description('Region.')
param location string

@description('Tags.')
param tags object

@description('Workspace that the logs are in.')
param workspaceId string

@description('Whom the rules write to.')
param operationsEmail string

@description('Whether the rules are in force.')
param enabled bool

@description('The desk\'s zone.')
param deskZone string

@description('Each edition: name, byMinutes (after local midnight, one for each of its times), days (0 is Sunday).')
param digestEditions array

@description('How many feeds must be in trouble.')
param troubledFeeds int

// A row for each time of each edition: by this minute, on these days, so many of it must have been written.
var dueRows = flatten(map(
  digestEditions,
  edition => map(
    range(0, length(edition.byMinutes)),
    at => '\'${edition.name}\', ${edition.byMinutes[at]}, ${at + 1}, dynamic([${join(map(edition.days, day => string(day)), ', ')}])'
  )
))
var digestQuery = replace(loadTextContent('../queries/no-digest.kql'), '<zone>', deskZone)

var rules = [
  {
    name: 'no-poll'
    title: 'Monitor is blind: no poll succeeded in 30 minutes'
    severity: 0
    frequency: 'PT5M'
    window: 'PT30M'
    query: loadTextContent('../queries/no-poll.kql')
  }
  {
    name: 'no-digest'
    title: 'A digest was not written by its hour'
    severity: 1
    frequency: 'PT15M'
    window: 'P1D'
    query: replace(digestQuery, '<editions>', join(dueRows, ', '))
  }
  {
    name: 'failed-functions'
    title: 'A function failed more than once in 30 minutes'
    severity: 1
    frequency: 'PT15M'
    window: 'PT30M'
    query: loadTextContent('../queries/failed-functions.kql')
  }
  {
    name: 'failed-messages'
    title: 'A message was given up'
    severity: 1
    frequency: 'PT15M'
    window: 'PT30M'
    query: loadTextContent('../queries/failed-messages.kql')
  }
  {
    name: 'stuck-shards'
    title: 'A shard of the feeds is not read'
    severity: 1
    frequency: 'PT1H'
    window: 'PT2H'
    query: loadTextContent('../queries/stuck-shards.kql')
  }
  {
    name: 'troubled-feeds'
    title: 'Several feeds are in trouble'
    severity: 2
    frequency: 'PT1H'
    window: 'PT2H'
    query: replace(loadTextContent('../queries/troubled-feeds.kql'), '<feeds>', string(troubledFeeds))
  }
]

resource operations 'Microsoft.Insights/actionGroups@2024-10-01-preview' = {
  name: actionGroupName
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'monitor'
    enabled: true
    emailReceivers: [
      {
        name: 'operations'
        emailAddress: operationsEmail
        useCommonAlertSchema: true
      }
    ]
  }
}

resource alerts 'Microsoft.Insights/scheduledQueryRules@2025-01-01-preview' = [
  for rule in rules: {
    name: '${rulePrefix}-${rule.name}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: rule.title
      description: 'What to do: infra/README.md, "When an alert fires", ${rule.name}.'
      severity: rule.severity
      enabled: enabled
      scopes: [workspaceId]
      evaluationFrequency: rule.frequency
      windowSize: rule.window
      autoMitigate: true
      // A new workspace has no tables yet for the validation to look at.
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: rule.query
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: 0
            failingPeriods: {
              numberOfEvaluationPeriods: 1
              minFailingPeriodsToAlert: 1
            }
          }
        ]
      }
      actions: {
        actionGroups: [operations.id]
      }
    }
  }
]
