using System.Collections.Immutable;
using System.Globalization;
using Azure.Data.Tables;
using YosWorkflow.Core;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Retention;

/// <summary>A purge that was done, as it is kept.</summary>
/// <param name="At">When it was done.</param>
/// <param name="Report">What it did.</param>
public sealed record PurgeRun(DateTimeOffset At, PurgeReport Report);

/// <summary>
/// The purges that were done: partition <c>purge</c> of the runs, so that it can be shown that what is to go does go.
/// </summary>
public sealed class PurgeRunTable(TableStorage storage)
{
    /// <summary>The partition.</summary>
    internal const string Partition = "purge";

    private const string At = "At";
    private const string Kinds = "Kinds";
    private const string Transactions = "Transactions";

    private readonly TableClient runs = storage.Table(TableName.Runs);

    /// <summary>The last purges, the latest first, of those that were done on a day or after it.</summary>
    public async Task<IReadOnlyList<PurgeRun>> ReadSinceAsync(
        DateOnly day,
        CancellationToken cancellationToken
    )
    {
        var read = new List<PurgeRun>();
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {Partition} and RowKey ge {IsoDate.Format(day)}"
        );
        await foreach (
            var entity in runs.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken)
        )
        {
            read.Add(Read(entity));
        }

        read.Reverse();
        return read;
    }

    /// <summary>Keeps a purge.</summary>
    internal async Task WriteAsync(PurgeRun run, CancellationToken cancellationToken)
    {
        var entity = SchemaVersion.Stamp(new TableEntity(Partition, RowOf(run.At)));
        entity[At] = run.At;
        entity[Transactions] = run.Report.Transactions;
        SplitText.Write(entity, Kinds, StorageJson.Write(run.Report.Kinds));
        await runs.UpsertEntityAsync(entity, TableUpdateMode.Replace, cancellationToken);
    }

    // In the order of time, a day's together.
    private static string RowOf(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture);

    private static PurgeRun Read(TableEntity entity)
    {
        _ = SchemaVersion.Of(entity);
        return new(
            entity.GetDateTimeOffset(At) ?? default,
            new PurgeReport(
                DryRun: false,
                StorageJson.Read<ImmutableArray<Purged>>(SplitText.Read(entity, Kinds)),
                entity.GetInt64(Transactions) ?? 0
            )
        );
    }
}
