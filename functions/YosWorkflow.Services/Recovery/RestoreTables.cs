using System.Collections.Immutable;
using Azure.Data.Tables;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Recovery;

/// <summary>
/// Takes an export back. It only ever adds rows: it writes over nothing and deletes nothing, so it may be broken off and started
/// again, and run twice.
/// </summary>
public sealed class RestoreTables(TableStorage storage)
{
    /// <summary>Restores an export.</summary>
    /// <param name="folder">Where it is.</param>
    /// <param name="addMissing">
    /// Whether to add what is missing to tables that hold something else; otherwise they may hold nothing that the export does
    /// not hold in just that form, and nothing is written.
    /// </param>
    /// <param name="cancellationToken">Breaks it off; it can be started again.</param>
    /// <exception cref="UnusableExportException">The export is not whole, or not as it was written.</exception>
    /// <exception cref="TablesInUseException">The tables hold something else.</exception>
    public async Task<RestoreReport> ExecuteAsync(
        string folder,
        bool addMissing,
        CancellationToken cancellationToken
    )
    {
        var manifest = await ExportManifest.VerifyAsync(folder, cancellationToken);
        await storage.EnsureTablesAsync(cancellationToken);
        if (!addMissing)
        {
            await RefuseOthersAsync(folder, manifest, cancellationToken);
        }

        var tables = new List<RestoredTable>();
        foreach (var table in manifest.Tables)
        {
            tables.Add(await RestoreAsync(folder, table.Name, cancellationToken));
        }

        return new RestoreReport([.. tables]);
    }

    private async Task RefuseOthersAsync(
        string folder,
        ExportManifest manifest,
        CancellationToken cancellationToken
    )
    {
        var others = new List<(TableName Table, int Rows)>();
        foreach (var table in manifest.Tables)
        {
            var rows = await ExportedRows.ReadAsync(
                ExportManifest.FileOf(folder, table.Name),
                cancellationToken
            );
            var there = await CompareAsync(table.Name, rows, cancellationToken);
            if (there.Different > 0)
            {
                others.Add((table.Name, there.Different));
            }
        }

        if (others.Count > 0)
        {
            throw new TablesInUseException([.. others.Select(other => $"{other.Rows} in {other.Table}")]);
        }
    }

    private async Task<RestoredTable> RestoreAsync(
        string folder,
        TableName table,
        CancellationToken cancellationToken
    )
    {
        var rows = await ExportedRows.ReadAsync(ExportManifest.FileOf(folder, table), cancellationToken);
        var there = await CompareAsync(table, rows, cancellationToken);
        var missing = rows.All.Where(row => !there.Keys.Contains(row.Key)).ToList();
        foreach (var partition in missing.GroupBy(row => row.Key.Partition, StringComparer.Ordinal))
        {
            var writes = partition.Select(row => new TableTransactionAction(
                TableTransactionActionType.Add,
                RowJson.Read(row.Value)
            ));
            foreach (var batch in EntityBatches.Cut(writes))
            {
                await storage.Table(table).SubmitTransactionAsync(batch, cancellationToken);
            }
        }

        return new RestoredTable(table, missing.Count, there.Same, there.Different);
    }

    private async Task<(HashSet<(string Partition, string Row)> Keys, int Same, int Different)> CompareAsync(
        TableName table,
        ExportedRows rows,
        CancellationToken cancellationToken
    )
    {
        var keys = new HashSet<(string, string)>();
        var same = 0;
        var query = storage.Table(table).QueryAsync<TableEntity>(cancellationToken: cancellationToken);
        await foreach (var entity in query)
        {
            keys.Add((entity.PartitionKey, entity.RowKey));
            if (rows.Find(entity.PartitionKey, entity.RowKey) == RowJson.Write(entity))
            {
                same++;
            }
        }

        return (keys, same, keys.Count - same);
    }
}

/// <summary>What a restore did.</summary>
/// <param name="Tables">Each table.</param>
public sealed record RestoreReport(ImmutableArray<RestoredTable> Tables);

/// <summary>A table that was restored.</summary>
/// <param name="Name">Which.</param>
/// <param name="Added">How many rows were added.</param>
/// <param name="Same">How many were there already, as in the export.</param>
/// <param name="Different">How many were there that the export does not hold, or holds in another form. They were left as they are.</param>
public sealed record RestoredTable(TableName Name, int Added, int Same, int Different);

/// <summary>Tables that hold something that an export would be mixed with.</summary>
public sealed class TablesInUseException(ImmutableArray<string> rows)
    : Exception(
        $"The tables hold rows that the export does not: {string.Join(", ", rows)}. Restore into empty ones, or only add what is missing."
    );
