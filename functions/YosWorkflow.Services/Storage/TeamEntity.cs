using System.Collections.Immutable;
using Azure.Data.Tables;

namespace YosWorkflow.Services.Storage;

/// <summary>
/// A team that holds cases, as an entity: partition <c>teams</c>, row = the team. It names everyone who holds or has held a case of
/// the team, so that a person's page reads the teams that it needs and no others. The import writes it before the cases, and only
/// ever adds to it.
/// </summary>
internal static class TeamEntity
{
    public const string Partition = "teams";

    private const string HeldBy = nameof(HeldBy);

    public static TableEntity Write(string team, ImmutableArray<string>? heldBy = null)
    {
        var entity = SchemaVersion.Stamp(new TableEntity(Partition, team));
        if (heldBy is { } known)
        {
            SplitText.Write(entity, HeldBy, StorageJson.Write(known));
        }

        return entity;
    }

    /// <summary>The team. One that was written before its holders were noted has none that are known.</summary>
    public static TeamOfCases Read(TableEntity entity) =>
        new(
            entity.RowKey,
            SplitText.Read(entity, HeldBy) is { Length: > 0 } held
                ? StorageJson.Read<ImmutableArray<string>>(held)
                : null
        );
}
