// When the service is not well, somebody is told. docs/operations.md says what each signal means and what to do about it.
param name string
param location string
param tags object
param workspaceId string
param emails string[]

@description('An alert on what the logs of the last window say. It is raised where the query finds a row.')
type Alert = {
  name: string
  title: string
  query: string
  @description('0 critical, 1 error, 2 warning.')
  severity: 0 | 1 | 2
  every: string
  window: string
}

var signals = loadJsonContent('../signals.json')

var alerts Alert[] = [
  {
    name: 'no-chase'
    title: 'No chase by 09:30 on a working day'
    query: 'AppMetrics | where Name == "${signals.chaseMissing}" | summarize arg_max(TimeGenerated, Sum) | where Sum > 0'
    severity: 1
    every: 'PT15M'
    window: 'PT1H'
  }
  {
    name: 'parked'
    title: 'Messages that could not be delivered are parked'
    query: 'AppMetrics | where Name == "${signals.parked}" | summarize arg_max(TimeGenerated, Sum) | where Sum > 0'
    severity: 2
    every: 'PT1H'
    window: 'PT2H'
  }
  {
    name: 'oldest-unsent'
    title: 'A message has waited for more than an hour'
    query: 'AppMetrics | where Name == "${signals.oldestUnsent}" | summarize arg_max(TimeGenerated, Sum) | where Sum > 3600'
    severity: 1
    every: 'PT15M'
    window: 'PT1H'
  }
  {
    name: 'orchestration-failed'
    title: 'An orchestration failed'
    query: 'AppTraces | where Message has "${signals.orchestrationFailed}"'
    severity: 1
    every: 'PT15M'
    window: 'PT15M'
  }
  {
    name: 'orchestration-overlong'
    title: 'An orchestration has been running for too long'
    query: 'AppMetrics | where Name == "${signals.orchestrationOverlong}" | summarize arg_max(TimeGenerated, Sum) | where Sum > 0'
    severity: 2
    every: 'PT1H'
    window: 'PT2H'
  }
  {
    name: 'import-old'
    title: 'The caseload is older than three days'
    query: 'AppMetrics | where Name == "${signals.importAge}" | summarize arg_max(TimeGenerated, Sum) | where Sum > 3'
    severity: 2
    every: 'PT1H'
    window: 'PT2H'
  }
  {
    name: 'silence'
    title: 'The service has said nothing for two hours'
    query: 'AppMetrics | where Name == "${signals.chaseMissing}" | summarize Said = count() | where Said == 0'
    severity: 1
    every: 'PT30M'
    window: 'PT2H'
  }
]

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-${name}'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'YosWorkflow'
    emailReceivers: [
      for (email, i) in emails: { name: 'email-${i + 1}', emailAddress: email, useCommonAlertSchema: true }
    ]
  }
}

resource rules 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for alert in alerts: {
    name: '${name}-${alert.name}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: '${alert.title} (${name})'
      description: 'docs/operations.md, ${alert.name}'
      enabled: true
      severity: alert.severity
      scopes: [workspaceId]
      evaluationFrequency: alert.every
      windowSize: alert.window
      criteria: {
        allOf: [
          {
            query: alert.query
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: 0
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      autoMitigate: true
      // A new workspace has no telemetry yet against which a query could be checked.
      skipQueryValidation: true
      actions: { actionGroups: [people.id] }
    }
  }
]
