using System.Globalization;
using Azure;
using Azure.Data.Tables;
using YosWorkflow.Core;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Import;

/// <summary>Files on their way in, and the report of what they will do: partition = the import.</summary>
internal sealed class StagedFileTable(TableStorage storage)
{
    /// <summary>The row of the report, which is removed last.</summary>
    public const string ReportRow = "report";

    private const string Bytes = "Bytes";
    private const string Report = "Report";
    private const string Attempt = "Attempt";
    private const string Length = "Length";
    private const string Total = "Total";
    private const string Left = "Left";

    // An entity takes 1 MiB, and is measured by some as it stands in the request, where bytes are a third longer.
    private const int ChunkBytes = 8 * LongBytes.MaxProperty;

    private readonly TableClient imports = storage.Table(TableName.Imports);

    public async Task WriteAsync(FileContents contents, CancellationToken cancellationToken)
    {
        var id = contents.Id();
        foreach (var (file, bytes) in contents.Bytes)
        {
            for (var offset = 0; offset == 0 || offset < bytes.Length; offset += ChunkBytes)
            {
                var chunk = bytes.AsSpan(offset, Math.Min(ChunkBytes, bytes.Length - offset));
                var entity = SchemaVersion.Stamp(new TableEntity(id, ChunkKey(file, offset / ChunkBytes)));
                LongBytes.Write(entity, Bytes, chunk);
                entity[Length] = chunk.Length;
                await imports.UpsertEntityAsync(entity, TableUpdateMode.Replace, cancellationToken);
            }
        }
    }

    public async Task<FileContents> ReadAsync(string id, CancellationToken cancellationToken)
    {
        var parts = new Dictionary<CaseloadFile, MemoryStream>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {id} and RowKey ne {ReportRow}");
        await foreach (
            var entity in imports.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken)
        )
        {
            _ = SchemaVersion.Of(entity);
            var file = Codes<CaseloadFile>.Read(entity.RowKey.Split(StorageKey.Separator)[0]);
            parts.TryAdd(file, new MemoryStream());
            parts[file].Write(LongBytes.Read(entity, Bytes));
        }

        return new(parts.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray()));
    }

    /// <summary>
    /// How large the files are, and how far their import is; null if nothing is staged under this id. It reads no file.
    /// </summary>
    public async Task<StagedImportState?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var (rows, bytes) = (0, 0L);
        ImportWritten? written = null;
        string[] columns = [nameof(TableEntity.RowKey), Length, Total, Left];
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {id}");
        await foreach (
            var entity in imports.QueryAsync<TableEntity>(
                filter,
                select: columns,
                cancellationToken: cancellationToken
            )
        )
        {
            rows++;
            if (entity.RowKey != ReportRow)
            {
                bytes += entity.GetInt32(Length) ?? ChunkBytes;
            }
            else if (entity.GetInt32(Total) is { } total)
            {
                written = new(Math.Max(0, total - (entity.GetInt32(Left) ?? total)), total);
            }
        }

        return rows == 0 ? null : new(bytes, written);
    }

    /// <summary>
    /// Keeps a report, unless one of the same attempt is kept already: the first says what the import as a whole does.
    /// </summary>
    public async Task KeepReportAsync(
        string id,
        Guid attempt,
        ImportReport report,
        int toWrite,
        CancellationToken cancellationToken
    )
    {
        if (await FindReportRowAsync(id, cancellationToken) is { } kept && kept.GetGuid(Attempt) == attempt)
        {
            return;
        }

        var entity = SchemaVersion.Stamp(new TableEntity(id, ReportRow));
        entity[Attempt] = attempt;
        entity[Total] = toWrite;
        entity[Left] = toWrite;
        CompressedReport.Write(entity, Report, report);
        await imports.UpsertEntityAsync(entity, TableUpdateMode.Replace, cancellationToken);
    }

    /// <summary>Keeps how much is left to be written, for whoever looks. An import that is gone has nobody to look.</summary>
    public async Task KeepLeftAsync(string id, int left, CancellationToken cancellationToken)
    {
        try
        {
            await imports.UpdateEntityAsync(
                new TableEntity(id, ReportRow) { [Left] = left },
                ETag.All,
                TableUpdateMode.Merge,
                cancellationToken
            );
        }
        catch (RequestFailedException gone) when (StorageConflict.Is(gone))
        {
            // It was thrown away, or finished by another.
        }
    }

    public async Task<ImportReport?> FindReportAsync(string id, CancellationToken cancellationToken) =>
        await FindReportRowAsync(id, cancellationToken) is { } kept
            ? CompressedReport.Read(kept, Report)
            : null;

    /// <summary>Removes the files, and the report last: while it is there, the import can be finished again.</summary>
    public async Task RemoveAsync(string id, CancellationToken cancellationToken)
    {
        var keys = new List<string>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {id} and RowKey ne {ReportRow}");
        await foreach (
            var entity in imports.QueryAsync<TableEntity>(
                filter,
                select: [nameof(TableEntity.RowKey)],
                cancellationToken: cancellationToken
            )
        )
        {
            keys.Add(entity.RowKey);
        }

        foreach (var key in keys)
        {
            await imports.DeleteEntityAsync(id, key, ETag.All, cancellationToken);
        }

        await imports.DeleteEntityAsync(id, ReportRow, ETag.All, cancellationToken);
    }

    private async Task<TableEntity?> FindReportRowAsync(string id, CancellationToken cancellationToken)
    {
        var found = await imports.GetEntityIfExistsAsync<TableEntity>(
            id,
            ReportRow,
            cancellationToken: cancellationToken
        );
        return found is { HasValue: true, Value: { } entity } ? entity : null;
    }

    private static string ChunkKey(CaseloadFile file, int number) =>
        Codes<CaseloadFile>.Of(file)
        + StorageKey.Separator
        + number.ToString("D5", CultureInfo.InvariantCulture);
}
