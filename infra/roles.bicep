// The built-in roles that are given here, by what they let their holder do. Each is given on one resource, never on the group.

@export()
@description('Reads, writes and leases blobs and makes containers: what the Functions runtime needs of its own storage.')
var blobOwner = 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'

@export()
@description('Reads and writes blobs.')
var blobContributor = 'ba92f5fe-2d11-453d-a403-e96b0029c9fe'

@export()
@description('Reads and writes queues: the orchestrations’ messages.')
var queueContributor = '974c5e8b-45b9-4653-ba55-5f855dd0fb88'

@export()
@description('Reads and writes tables: the service’s state and the orchestrations’ history.')
var tableContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'

@export()
@description('Reads the values of secrets.')
var secretsUser = '4633458b-17de-408a-b874-0445c86b69e6'

@export()
@description('Sets secrets.')
var secretsOfficer = 'b86a8fe4-44ce-4948-aee5-eccb2c155cd7'

@export()
@description('Sends telemetry.')
var metricsPublisher = '3913510d-42f4-4e42-8a64-420c390055eb'

@export()
@description('Reads logs.')
var logReader = '73c42c96-874c-492b-b04d-ab87d138a893'

@export()
@description('Runs orchestrations on a Durable Task Scheduler.')
var durableTaskContributor = '0ad04412-c4d5-4796-b79c-f76d14c8d402'
