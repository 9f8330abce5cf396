using Azure.Data.Tables;

namespace YosWorkflow.Services.Storage;

/// <summary>A team that holds cases, as an entity: partition <c>teams</c>, row = the team.</summary>
internal static class TeamEntity
{
    public const string Partition = "teams";

    public static TableEntity Write(string team) => SchemaVersion.Stamp(new TableEntity(Partition, team));
}
