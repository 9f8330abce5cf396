using System.Collections.Immutable;
using Azure;
using Azure.Data.Tables;
using YosWorkflow.Core.Caseload;

namespace YosWorkflow.Services.Storage;

/// <summary>Milestones that were imported before the case that they belong to. They join it when it comes.</summary>
/// <param name="CaseRef">The case that is not known yet.</param>
/// <param name="Milestones">Its milestones, ordered by day and then kind.</param>
/// <param name="ETag">The version that was read; none for what is not stored yet.</param>
public sealed record UnplacedMilestones(
    string CaseRef,
    ImmutableArray<CompletedMilestone> Milestones,
    ETag ETag
)
{
    /// <summary>Their partition in <see cref="TableName.Imports"/>.</summary>
    internal const string Partition = "unplaced";

    /// <summary>Reads all there are: one query.</summary>
    /// <exception cref="UnknownSchemaException">An entity was written by another version of the software.</exception>
    public static async Task<IReadOnlyList<UnplacedMilestones>> ReadAllAsync(
        TableStorage storage,
        CancellationToken cancellationToken
    )
    {
        var pool = new StringPool();
        var unplaced = new List<UnplacedMilestones>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition}");
        await foreach (
            var entity in storage
                .Table(TableName.Imports)
                .QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken)
        )
        {
            _ = SchemaVersion.Of(entity);
            var milestones = MilestonePacking.Unpack(entity.GetString(nameof(Milestones)), pool);
            unplaced.Add(new(entity.RowKey, milestones, entity.ETag));
        }

        return unplaced;
    }

    /// <summary>The entity that keeps them.</summary>
    internal TableEntity ToEntity()
    {
        var entity = SchemaVersion.Stamp(new TableEntity(Partition, CaseRef));
        entity[nameof(Milestones)] = MilestonePacking.Pack(Milestones);
        return entity;
    }
}
