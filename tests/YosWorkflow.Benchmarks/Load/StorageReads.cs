using Azure.Data.Tables;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Benchmarks.Load;

/// <summary>The reads of storage that a team's list takes, with the bare client: the rows are fetched and nothing is made of them.</summary>
internal sealed class StorageReads(TableStorage storage)
{
    private const int PageSize = 1_000;

    private static readonly string[] CaseColumns = ["RowKey", "Schema", "Facts", "Milestones", "MovedFrom"];

    public async Task TeamAsync(string team, CancellationToken cancellationToken)
    {
        await ReadAsync(TableName.People, TableClient.CreateQueryFilter($"PartitionKey eq {"staff"}"), null);
        await ReadAsync(
            TableName.People,
            TableClient.CreateQueryFilter($"PartitionKey eq {"teams"}"),
            ["RowKey"]
        );
        await ReadAsync(TableName.Chasing, TableClient.CreateQueryFilter($"PartitionKey eq {team}"), null);
        await ReadAsync(
            TableName.Cases,
            TableClient.CreateQueryFilter($"PartitionKey eq {team}"),
            CaseColumns
        );

        async Task ReadAsync(TableName table, string filter, string[]? columns)
        {
            var rows = storage
                .Table(table)
                .QueryAsync<TableEntity>(filter, PageSize, columns, cancellationToken);
            await foreach (var page in rows.AsPages())
            {
                _ = page.Values.Count;
            }
        }
    }
}
