using Azure.Data.Tables;
using YosWorkflow.Core;
using YosWorkflow.Services.Import;
using YosWorkflow.Services.Operations;
using YosWorkflow.Services.Settings;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Retention;

/// <summary>
/// Deletes what has been kept long enough. It may be stopped anywhere and done again: what it has not come to, it finds the next
/// time.
/// </summary>
/// <remarks>
/// A case that the case system still exports comes back with the next import, closed as it is; nobody is told anything of it. Staff
/// stay as long as the staff file has them: when someone left it is not known here.
/// </remarks>
public sealed class PurgeExpired(
    TableStorage storage,
    CaseloadTable caseload,
    AuditTable audits,
    PurgeRunTable runs,
    YosSettings settings,
    TimeProvider clock
)
{
    private const string ChaseRuns = "chase";
    private const string ImportRuns = "import";

    /// <summary>Purges and keeps what it did among the runs, or says what would be purged.</summary>
    /// <param name="dryRun">Whether only to say: nothing is deleted, and nothing kept.</param>
    /// <param name="cancellationToken">Stops it between two transactions.</param>
    public async Task<PurgeReport> ExecuteAsync(bool dryRun, CancellationToken cancellationToken)
    {
        using var step = ServiceTelemetry.Step("purge");
        var tally = storage.Transactions.Measure();
        var purge = new RowPurge(dryRun);
        var kept = settings.Retention;
        var now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, settings.TimeZone).DateTime);
        var (casesFrom, auditsFrom) = (today.AddYears(-kept.CaseYears), today.AddYears(-kept.AuditYears));
        var (sendsFrom, runsFrom) = (today.AddMonths(-kept.SendMonths), today.AddMonths(-kept.RunMonths));
        var stagedFrom = today.AddDays(-kept.StagedDays);

        var (cases, told) = await new PurgeCases(storage, caseload, purge).ExecuteAsync(
            casesFrom,
            cancellationToken
        );
        var report = new PurgeReport(
            dryRun,
            [
                new(PurgedKind.Cases, casesFrom, cases),
                new(PurgedKind.Told, casesFrom, told),
                new(
                    PurgedKind.AuditRounds,
                    auditsFrom,
                    await PurgeRoundsAsync(purge, auditsFrom, cancellationToken)
                ),
                new(
                    PurgedKind.Digests,
                    sendsFrom,
                    await PurgeDigestsAsync(purge, sendsFrom, cancellationToken)
                ),
                new(PurgedKind.Runs, runsFrom, await PurgeRunsAsync(purge, runsFrom, cancellationToken)),
                new(
                    PurgedKind.StagedFiles,
                    stagedFrom,
                    await new PurgeStaged(storage, purge).ExecuteAsync(
                        Midnight(stagedFrom),
                        cancellationToken
                    )
                ),
                new(
                    PurgedKind.UnplacedMilestones,
                    casesFrom,
                    await PurgeUnplacedAsync(purge, casesFrom, cancellationToken)
                ),
            ],
            tally.Total
        );
        return dryRun ? report : await KeepAsync(report, now, cancellationToken);
    }

    // What is kept counts the transaction that keeps it.
    private async Task<PurgeReport> KeepAsync(
        PurgeReport report,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        report = report with { Transactions = report.Transactions + 1 };
        await runs.WriteAsync(new PurgeRun(at, report), cancellationToken);
        return report;
    }

    // The round's entry in the list goes last: while it is there, the rest can be found.
    private async Task<int> PurgeRoundsAsync(
        RowPurge purge,
        DateOnly before,
        CancellationToken cancellationToken
    )
    {
        var table = storage.Table(TableName.Audits);
        var rows = 0;
        foreach (var round in await audits.ListRoundsAsync(programmeId: null, cancellationToken))
        {
            if (round.Id.Month.AddMonths(1) > before)
            {
                continue;
            }

            var partition = AuditRow.Partition(round.Id);
            rows += await purge.DeleteAsync(
                table,
                TableClient.CreateQueryFilter($"PartitionKey eq {partition}"),
                isKept: null,
                cancellationToken
            );
            rows += await purge.DeleteAsync(
                table,
                [new TableEntity(AuditRow.Rounds, partition) { ETag = round.ETag }],
                cancellationToken
            );
        }

        return rows;
    }

    private Task<int> PurgeDigestsAsync(
        RowPurge purge,
        DateOnly before,
        CancellationToken cancellationToken
    ) =>
        purge.DeleteAsync(
            storage.Table(TableName.Digests),
            TableClient.CreateQueryFilter($"PartitionKey lt {IsoDate.Format(before)}"),
            isKept: null,
            cancellationToken
        );

    // The last chase and the last import stay, however old they are: that nothing came since is what people have to see. The last purge
    // is this one.
    private async Task<int> PurgeRunsAsync(
        RowPurge purge,
        DateOnly before,
        CancellationToken cancellationToken
    )
    {
        var table = storage.Table(TableName.Runs);
        var lastChase = await LastChaseAsync(table, before, cancellationToken);
        var lastImport = await new ImportRunTable(storage).LatestAsync(cancellationToken) ?? default;
        var importsFrom = Midnight(before) < lastImport ? Midnight(before) : lastImport;
        return await purge.DeleteAsync(
                table,
                TableClient.CreateQueryFilter(
                    $"PartitionKey eq {ChaseRuns} and RowKey lt {IsoDate.Format(before)}"
                ),
                row => row.RowKey == lastChase,
                cancellationToken
            )
            + await purge.DeleteAsync(
                table,
                TableClient.CreateQueryFilter($"PartitionKey eq {ImportRuns} and At lt {importsFrom}"),
                isKept: null,
                cancellationToken
            )
            + await purge.DeleteAsync(
                table,
                TableClient.CreateQueryFilter(
                    $"PartitionKey eq {PurgeRunTable.Partition} and RowKey lt {IsoDate.Format(before)}"
                ),
                isKept: null,
                cancellationToken
            );
    }

    private static async Task<string?> LastChaseAsync(
        TableClient runs,
        DateOnly before,
        CancellationToken cancellationToken
    )
    {
        string? last = null;
        string[] columns = [nameof(TableEntity.RowKey)];
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {ChaseRuns}");
        await foreach (var row in runs.QueryAsync<TableEntity>(filter, null, columns, cancellationToken))
        {
            last = row.RowKey;
        }

        return string.CompareOrdinal(last, IsoDate.Format(before)) < 0 ? last : null;
    }

    private async Task<int> PurgeUnplacedAsync(
        RowPurge purge,
        DateOnly before,
        CancellationToken cancellationToken
    )
    {
        var unplaced = await UnplacedMilestones.ReadAllAsync(storage, cancellationToken);
        return await purge.DeleteAsync(
            storage.Table(TableName.Imports),
            unplaced
                .Where(one => one.Milestones.All(milestone => milestone.CompletedOn < before))
                .Select(one => new TableEntity(UnplacedMilestones.Partition, one.CaseRef)
                {
                    ETag = one.ETag,
                }),
            cancellationToken
        );
    }

    private static DateTimeOffset Midnight(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);
}
