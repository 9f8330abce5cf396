using Azure.Data.Tables;

namespace YosWorkflow.Services.Storage;

/// <summary>
/// When cases or milestones were last imported, whether or not that changed anything: an entity of its own among the people, partition
/// <c>state</c>, so that the query for staff and teams gives it too.
/// </summary>
internal static class ImportMoment
{
    public const string Partition = "state";

    private const string Row = "import";
    private const string At = nameof(At);

    // Whether it was a minute ago or half an hour is nothing to anybody, and so the same files again write nothing.
    private static readonly TimeSpan Precision = TimeSpan.FromHours(1);

    /// <summary>Notes an import: one transaction, or two.</summary>
    public static async Task NoteAsync(
        TableStorage storage,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        var table = storage.Table(TableName.People);
        var noted = await table.GetEntityIfExistsAsync<TableEntity>(
            Partition,
            Row,
            cancellationToken: cancellationToken
        );
        if (
            noted is { HasValue: true, Value: { } entity }
            && Read(entity) is { } before
            && at - before < Precision
        )
        {
            return;
        }

        await table.UpsertEntityAsync(
            SchemaVersion.Stamp(new TableEntity(Partition, Row) { [At] = at }),
            TableUpdateMode.Replace,
            cancellationToken
        );
    }

    public static DateTimeOffset? Read(TableEntity entity) => entity.GetDateTimeOffset(At);
}
