// Says by email when a month's cost comes near what was expected. It switches nothing off.
param amount int
@description('The first day of a month. Azure refuses a change of it.')
param from string
param emails string[]

resource budget 'Microsoft.Consumption/budgets@2023-11-01' = {
  name: 'yosworkflow'
  properties: {
    category: 'Cost'
    amount: amount
    timeGrain: 'Monthly'
    timePeriod: { startDate: from }
    notifications: {
      nearly: { enabled: true, operator: 'GreaterThan', threshold: 80, thresholdType: 'Actual', contactEmails: emails }
      over: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 100
        thresholdType: 'Forecasted'
        contactEmails: emails
      }
    }
  }
}
