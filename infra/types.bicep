// What modules hand to each other.

@export()
@description('Where private endpoints go, and the DNS zones in which they are found, by what they are for.')
type PrivateEndpoints = {
  subnetId: string
  zones: {
    blob: string
    queue: string
    table: string
    vault: string
  }
}
