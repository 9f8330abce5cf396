// An environment's parameters, from `azd env set NAME VALUE` or the pipeline's variables. docs/deployment.md has them in a table.
using './main.bicep'

param environmentName = readEnvironmentVariable('AZURE_ENV_NAME')
param location = readEnvironmentVariable('AZURE_LOCATION', 'uksouth')
param signInClientId = readEnvironmentVariable('SIGN_IN_CLIENT_ID')
param serviceName = readEnvironmentVariable('SERVICE_NAME', 'Youth offending service')
param publicUrl = readEnvironmentVariable('PUBLIC_URL', '')
param standardsPack = readEnvironmentVariable('STANDARDS_PACK', 'kent-2011')
param emailFrom = readEnvironmentVariable('EMAIL_FROM')
param allowedEmailDomains = readEnvironmentVariable('ALLOWED_EMAIL_DOMAINS', '')
param sendGridWebhookPublicKey = readEnvironmentVariable('SENDGRID_WEBHOOK_PUBLIC_KEY', '')
param teamsAppId = readEnvironmentVariable('TEAMS_APP_ID', '')
param hubName = readEnvironmentVariable('HUB_NAME', 'yosworkflow')
param privateNetworking = bool(readEnvironmentVariable('PRIVATE_NETWORKING', 'false'))
param networkRange = readEnvironmentVariable('NETWORK_RANGE', '10.70.0.0/24')
param operatorAddresses = filter(
  split(readEnvironmentVariable('OPERATOR_ADDRESSES', ''), ','),
  address => !empty(address)
)
param durableTaskScheduler = bool(readEnvironmentVariable('DURABLE_TASK_SCHEDULER', 'false'))
param resourceLocks = bool(readEnvironmentVariable('RESOURCE_LOCKS', 'false'))
param operatorsGroupId = readEnvironmentVariable('OPERATORS_GROUP_ID', '')
param alertEmails = filter(split(readEnvironmentVariable('ALERT_EMAILS'), ','), email => !empty(email))
param monthlyBudget = int(readEnvironmentVariable('MONTHLY_BUDGET', '100'))
param budgetFrom = readEnvironmentVariable('BUDGET_FROM')
param logRetentionDays = int(readEnvironmentVariable('LOG_RETENTION_DAYS', '90'))
param extraTags = json(readEnvironmentVariable('EXTRA_TAGS', '{}'))
