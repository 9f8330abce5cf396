using Azure.Data.Tables;
using YosWorkflow.Services.Import;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Retention;

/// <summary>
/// Purges files that were put by for an import, and then neither imported nor thrown away. They are kept as they came, with
/// whatever stands in columns that an import leaves out, so that they go soon. An import that goes on writes as it does, and stays.
/// </summary>
internal sealed class PurgeStaged(TableStorage storage, RowPurge purge)
{
    private const int PageSize = 1_000;

    private static readonly string[] Keys =
    [
        nameof(TableEntity.PartitionKey),
        nameof(TableEntity.RowKey),
        nameof(TableEntity.Timestamp),
    ];

    private readonly TableClient imports = storage.Table(TableName.Imports);

    /// <summary>Purges those of which nothing was written since, and gives how many rows there were.</summary>
    public async Task<int> ExecuteAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var staged = new List<TableEntity>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey ne {UnplacedMilestones.Partition}");
        await foreach (var row in imports.QueryAsync<TableEntity>(filter, PageSize, Keys, cancellationToken))
        {
            staged.Add(row);
        }

        // Its report goes last, as in the import: while it is there, the rest can be found.
        var left = staged
            .GroupBy(row => row.PartitionKey, StringComparer.Ordinal)
            .Where(import => import.Max(row => row.Timestamp) < before)
            .SelectMany(import => import)
            .ToLookup(row => row.RowKey == StagedFileTable.ReportRow);
        return await purge.DeleteAsync(imports, left[false], cancellationToken)
            + await purge.DeleteAsync(imports, left[true], cancellationToken);
    }
}
