using Azure.Data.Tables;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Import;

/// <summary>The imports that were done, with what was wrong in them: partition <c>import</c> of the runs.</summary>
public sealed class ImportRunTable(TableStorage storage)
{
    private const string Partition = "import";
    private const string Report = "Report";
    private const string At = "At";

    private readonly TableClient runs = storage.Table(TableName.Runs);

    /// <summary>Keeps a run, over an earlier one of the same files.</summary>
    public async Task WriteAsync(ImportRun run, CancellationToken cancellationToken)
    {
        var entity = SchemaVersion.Stamp(new TableEntity(Partition, run.Id));
        entity[At] = run.At;
        CompressedReport.Write(entity, Report, run.Report);
        await runs.UpsertEntityAsync(entity, TableUpdateMode.Replace, cancellationToken);
    }

    /// <summary>The last run of these files, or null.</summary>
    public async Task<ImportRun?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var found = await runs.GetEntityIfExistsAsync<TableEntity>(
            Partition,
            id,
            cancellationToken: cancellationToken
        );
        return found is { HasValue: true, Value: { } entity } ? Read(entity) : null;
    }

    /// <summary>The last runs of all files, latest first.</summary>
    public async Task<IReadOnlyList<ImportRun>> ReadAllAsync(CancellationToken cancellationToken)
    {
        var read = new List<ImportRun>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition}");
        await foreach (
            var entity in runs.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken)
        )
        {
            read.Add(Read(entity));
        }

        return [.. read.OrderByDescending(run => run.At)];
    }

    /// <summary>When the last import was done; null if there was none. One query, without the reports.</summary>
    public async Task<DateTimeOffset?> LatestAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset? latest = null;
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition}");
        string[] columns = [At];
        await foreach (
            var entity in runs.QueryAsync<TableEntity>(
                filter,
                select: columns,
                cancellationToken: cancellationToken
            )
        )
        {
            var at = entity.GetDateTimeOffset(At);
            latest = latest is null || at > latest ? at : latest;
        }

        return latest;
    }

    private static ImportRun Read(TableEntity entity)
    {
        _ = SchemaVersion.Of(entity);
        return new(
            entity.RowKey,
            entity.GetDateTimeOffset(At) ?? default,
            CompressedReport.Read(entity, Report)
        );
    }
}
