using Azure.Data.Tables;
using YosWorkflow.Core;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Retention;

/// <summary>
/// Purges the cases of which nothing can have been open for long, with what was told and acknowledged on them. What was told goes
/// first: a purge that is broken off leaves cases that the next one finds, and no rows that nobody would find any more.
/// </summary>
internal sealed class PurgeCases(TableStorage storage, CaseloadTable caseload, RowPurge purge)
{
    private const int PageSize = 1_000;

    private readonly TableClient cases = storage.Table(TableName.Cases);
    private readonly TableClient chasing = storage.Table(TableName.Chasing);

    /// <summary>Purges those over before a day, and gives how many cases and how many rows of chasing there were.</summary>
    public async Task<(int Cases, int Told)> ExecuteAsync(
        DateOnly before,
        CancellationToken cancellationToken
    )
    {
        var (purged, told) = (0, 0);
        foreach (var team in await caseload.ReadTeamsAsync(cancellationToken))
        {
            told += await PurgeVoidAsync(team, before, cancellationToken);
            var over = await OverAsync(team, before, cancellationToken);
            if (over.Count > 0)
            {
                told += await PurgeToldAsync(
                    team,
                    over.Select(row => row.RowKey).ToHashSet(StringComparer.Ordinal),
                    cancellationToken
                );
                purged += await purge.DeleteAsync(cases, over, cancellationToken);
            }
        }

        return (purged, told);
    }

    // One that is moving to another team is left until it has arrived.
    private async Task<List<TableEntity>> OverAsync(
        string team,
        DateOnly before,
        CancellationToken cancellationToken
    )
    {
        var over = new List<TableEntity>();
        string[] columns =
        [
            nameof(TableEntity.PartitionKey),
            nameof(TableEntity.RowKey),
            nameof(TableEntity.Timestamp),
            CaseEntity.MovedFrom,
        ];
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {team} and OpenThrough lt {IsoDate.Format(before)}"
        );
        await foreach (var row in cases.QueryAsync<TableEntity>(filter, PageSize, columns, cancellationToken))
        {
            if (row.GetString(CaseEntity.MovedFrom) is null)
            {
                over.Add(row);
            }
        }

        return over;
    }

    private Task<int> PurgeToldAsync(string team, HashSet<string> over, CancellationToken cancellationToken)
    {
        var noticesEnd = StorageKey.PrefixEnd(ToldRows.NoticePrefix);
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {team} and (RowKey lt {ToldRows.NoticePrefix} or RowKey ge {noticesEnd})"
        );
        return purge.DeleteAsync(
            chasing,
            filter,
            row => CaseRefOf(row.RowKey) is not { } caseRef || !over.Contains(caseRef),
            cancellationToken
        );
    }

    // What is left in a team that a case has gone from only keeps a chase of that time from recording on it.
    private Task<int> PurgeVoidAsync(string team, DateOnly before, CancellationToken cancellationToken)
    {
        var written = new DateTimeOffset(before, TimeOnly.MinValue, TimeSpan.Zero);
        return purge.DeleteAsync(
            chasing,
            TableClient.CreateQueryFilter(
                $"PartitionKey eq {team} and MovedTo gt '' and Timestamp lt {written}"
            ),
            isKept: null,
            cancellationToken
        );
    }

    // told|case, or ack|case|rule|…
    private static string? CaseRefOf(string row) =>
        row.Split(StorageKey.Separator) is [var kind, var caseRef, ..]
        && kind + StorageKey.Separator is ChasingRow.ToldPrefix or ChasingRow.AcknowledgementPrefix
            ? caseRef
            : null;
}
