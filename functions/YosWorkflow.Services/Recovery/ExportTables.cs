using System.Globalization;
using System.Text;
using Azure.Data.Tables;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Recovery;

/// <summary>
/// Writes all state into a folder, a file of JSON Lines a table, with a manifest of counts and hashes. It may be broken off and
/// started again with the same folder, and goes on where it was.
/// </summary>
/// <remarks>
/// The service may work meanwhile. Tables are read one after the other, and what was written since the export began is read once
/// more at the end of each: a row may stand twice then, and the later one counts. Chasing and audits are read before the digests, so
/// that what was decided is found in at least one of them; a digest lists the notices that it was made of, so twice is as good as once.
/// What is deleted meanwhile may still be there, as a case in the team that it was leaving; readers know how to take that.
/// </remarks>
public sealed class ExportTables(TableStorage storage, TimeProvider clock)
{
    // What is decided before what is composed of it, see above.
    private static readonly TableName[] Order =
    [
        TableName.People,
        TableName.Cases,
        TableName.Chasing,
        TableName.Audits,
        TableName.Digests,
        TableName.Runs,
        TableName.Imports,
    ];

    // The service's clock and the storage's are not the same.
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    /// <summary>Exports everything, or what is still missing in the folder.</summary>
    /// <param name="folder">Where to; it is made if it is not there. One that holds a whole export is left as it is.</param>
    /// <param name="done">Told each table that is finished.</param>
    /// <param name="cancellationToken">Breaks it off; it can be started again.</param>
    public async Task<ExportManifest> ExecuteAsync(
        string folder,
        IProgress<ExportedTable>? done,
        CancellationToken cancellationToken
    )
    {
        Directory.CreateDirectory(folder);
        if (await ExportManifest.TryReadAsync(folder, cancellationToken) is { } whole)
        {
            return whole;
        }

        var startedAt = await StartAsync(folder, cancellationToken);
        var tables = new List<ExportedTable>();
        foreach (var table in Order)
        {
            var exported = await ExportAsync(folder, table, startedAt, cancellationToken);
            done?.Report(exported);
            tables.Add(exported);
        }

        var manifest = new ExportManifest(
            ExportManifest.CurrentFormat,
            SchemaVersion.Current,
            startedAt,
            clock.GetUtcNow(),
            [.. tables]
        );
        await manifest.WriteAsync(folder, cancellationToken);
        return manifest;
    }

    // When it began has to survive a break, or what was written in between would be missed.
    private async Task<DateTimeOffset> StartAsync(string folder, CancellationToken cancellationToken)
    {
        var file = Path.Combine(folder, "started");
        if (!File.Exists(file))
        {
            var now = clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
            await File.WriteAllTextAsync(file + ".part", now, cancellationToken);
            File.Move(file + ".part", file);
        }

        return DateTimeOffset.ParseExact(
            await File.ReadAllTextAsync(file, cancellationToken),
            "O",
            CultureInfo.InvariantCulture
        );
    }

    private async Task<ExportedTable> ExportAsync(
        string folder,
        TableName table,
        DateTimeOffset startedAt,
        CancellationToken cancellationToken
    )
    {
        var file = ExportManifest.FileOf(folder, table);
        if (!File.Exists(file))
        {
            await WriteAsync(file + ".part", table, startedAt, cancellationToken);
            File.Move(file + ".part", file);
        }

        var rows = await ExportedRows.ReadAsync(file, cancellationToken);
        return new ExportedTable(
            table,
            rows.Count,
            await ExportManifest.HashOfAsync(file, cancellationToken)
        );
    }

    private async Task WriteAsync(
        string part,
        TableName table,
        DateTimeOffset startedAt,
        CancellationToken cancellationToken
    )
    {
        var rows = await ExportedRows.ResumeAsync(part, cancellationToken);
        await using var lines = new StreamWriter(part, append: true, new UTF8Encoding(false))
        {
            NewLine = "\n",
        };
        await AppendAsync(lines, rows, table, After(rows.Last), cancellationToken);
        var since = startedAt - Skew;
        await AppendAsync(
            lines,
            rows,
            table,
            TableClient.CreateQueryFilter($"Timestamp ge {since}"),
            cancellationToken
        );
    }

    // Storage gives entities in the order of their keys, so those that follow the last one are those that are missing.
    private static string? After((string Partition, string Row)? last) =>
        last is var (partition, row)
            ? TableClient.CreateQueryFilter(
                $"PartitionKey gt {partition} or (PartitionKey eq {partition} and RowKey gt {row})"
            )
            : null;

    private async Task AppendAsync(
        StreamWriter lines,
        ExportedRows rows,
        TableName table,
        string? filter,
        CancellationToken cancellationToken
    )
    {
        var query = storage
            .Table(table)
            .QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken);
        await foreach (var page in query.AsPages())
        {
            foreach (var entity in page.Values)
            {
                var line = RowJson.Write(entity);
                if (rows.Add(entity.PartitionKey, entity.RowKey, line))
                {
                    await lines.WriteLineAsync(line.AsMemory(), cancellationToken);
                }
            }

            await lines.FlushAsync(cancellationToken);
        }
    }
}
