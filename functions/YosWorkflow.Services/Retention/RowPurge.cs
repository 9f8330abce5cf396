using Azure;
using Azure.Data.Tables;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Retention;

/// <summary>
/// Deletes rows on the version that was read, a hundred of a partition in a transaction. A row that somebody has changed in between
/// stays; one that is gone is nobody's concern.
/// </summary>
/// <param name="dryRun">Whether only to count.</param>
internal sealed class RowPurge(bool dryRun)
{
    private const int PageSize = 1_000;

    private static readonly string[] Keys =
    [
        nameof(TableEntity.PartitionKey),
        nameof(TableEntity.RowKey),
        nameof(TableEntity.Timestamp),
    ];

    /// <summary>Deletes what a query finds, page by page, and gives how many rows there were.</summary>
    /// <param name="table">The table.</param>
    /// <param name="filter">The query.</param>
    /// <param name="isKept">Rows of the query that stay; null: none. It sees keys and the time of writing only.</param>
    /// <param name="cancellationToken">Stops between two transactions. Started again, it goes on.</param>
    public async Task<int> DeleteAsync(
        TableClient table,
        string filter,
        Func<TableEntity, bool>? isKept,
        CancellationToken cancellationToken
    )
    {
        var rows = 0;
        var query = table.QueryAsync<TableEntity>(filter, PageSize, Keys, cancellationToken);
        await foreach (var page in query.AsPages().WithCancellation(cancellationToken))
        {
            rows += await DeleteAsync(
                table,
                page.Values.Where(row => isKept is null || !isKept(row)),
                cancellationToken
            );
        }

        return rows;
    }

    /// <summary>Deletes rows that were read, and gives how many.</summary>
    public async Task<int> DeleteAsync(
        TableClient table,
        IEnumerable<TableEntity> rows,
        CancellationToken cancellationToken
    )
    {
        var deleted = 0;
        foreach (var partition in rows.GroupBy(row => row.PartitionKey, StringComparer.Ordinal))
        {
            foreach (var chunk in partition.Chunk(EntityBatches.MaxEntities))
            {
                deleted += dryRun ? chunk.Length : await DeleteChunkAsync(table, chunk, cancellationToken);
            }
        }

        return deleted;
    }

    private static async Task<int> DeleteChunkAsync(
        TableClient table,
        TableEntity[] chunk,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await table.SubmitTransactionAsync(
                chunk.Select(row => new TableTransactionAction(
                    TableTransactionActionType.Delete,
                    new TableEntity(row.PartitionKey, row.RowKey),
                    row.ETag
                )),
                cancellationToken
            );
            return chunk.Length;
        }
        catch (RequestFailedException conflict) when (StorageConflict.Is(conflict))
        {
            return await DeleteOneByOneAsync(table, chunk, cancellationToken);
        }
    }

    private static async Task<int> DeleteOneByOneAsync(
        TableClient table,
        TableEntity[] chunk,
        CancellationToken cancellationToken
    )
    {
        var deleted = 0;
        foreach (var row in chunk)
        {
            try
            {
                var answer = await table.DeleteEntityAsync(
                    row.PartitionKey,
                    row.RowKey,
                    row.ETag,
                    cancellationToken
                );
                deleted += answer.Status == 404 ? 0 : 1;
            }
            catch (RequestFailedException conflict) when (StorageConflict.Is(conflict))
            {
                // It was changed: whether it is to go is looked at again the next time.
            }
        }

        return deleted;
    }
}
