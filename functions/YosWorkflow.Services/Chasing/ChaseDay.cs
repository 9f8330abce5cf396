using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Services.Delivery;
using YosWorkflow.Services.Operations;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Chasing;

/// <summary>
/// The morning's chase in one process: the steps that the orchestration of the same name takes, in the same order. It may be
/// stopped anywhere and started again, or run by two at once, and everyone is still told once.
/// </summary>
public sealed class ChaseDay(
    TableStorage storage,
    CaseloadTable caseload,
    DigestTable digests,
    OpenChase open,
    TeamChases teams,
    AuditDay audits,
    ComposeDigests compose,
    SendDigests send,
    TellOfParked parked,
    CloseChase close,
    PreviewChase preview
)
{
    /// <summary>Chases a day.</summary>
    /// <param name="day">The day.</param>
    /// <param name="dryRun">Whether only to say what would be told: nothing is written and nobody told.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="Core.Calendar.OutsideBankHolidaysException">The bank holidays of the day's year are not known.</exception>
    public async Task<ChaseReport> ExecuteAsync(
        DateOnly day,
        bool dryRun,
        CancellationToken cancellationToken
    )
    {
        using var step = ServiceTelemetry.Step("chase day");
        var tally = storage.Transactions.Measure();
        var report = dryRun
            ? await preview.ExecuteAsync(day, cancellationToken)
            : await ChaseAsync(day, tally, cancellationToken);
        step?.SetTag("yos.told", report.Told.Length).SetTag("yos.transactions", tally.Total);
        return report with { Transactions = tally.Total };
    }

    private async Task<ChaseReport> ChaseAsync(
        DateOnly day,
        TransactionTally tally,
        CancellationToken cancellationToken
    )
    {
        var plan = await open.ExecuteAsync(day, cancellationToken);
        if (plan.WhyNobody is not null)
        {
            await close.ExecuteAsync(day, 0, [], [], tally.Total, cancellationToken);
            return new ChaseReport { AsOf = day, WhyNobody = plan.WhyNobody };
        }

        var staff = await caseload.ReadStaffAsync(cancellationToken);
        var chased = await teams.ExecuteAsync(plan, staff, dryRun: false, cancellationToken);
        var audited = await audits.ExecuteAsync(day, staff, dryRun: false, cancellationToken);
        var failed = chased.Failed.AddRange(audited.Failed);
        var results = await TellAsync(day, staff, cancellationToken);
        var report = await ReportAsync(day, results, cancellationToken);
        await close.ExecuteAsync(day, chased.Cases, failed, chased.Children, tally.Total, cancellationToken);
        return report with { FailedTeams = failed };
    }

    private async Task<List<DigestResult>> TellAsync(
        DateOnly day,
        Staff staff,
        CancellationToken cancellationToken
    )
    {
        var results = new List<DigestResult>();
        await SendAsync(await compose.ExecuteAsync(day, staff, cancellationToken));
        await SendAsync(await send.LeftOverAsync(day, cancellationToken));
        await SendAsync(await parked.ExecuteAsync(day, staff, cancellationToken));
        return results;

        async Task SendAsync(IReadOnlyList<DigestKey> keys)
        {
            foreach (var page in SendDigests.Pages(keys))
            {
                results.AddRange(await send.ExecuteAsync(page, staff, cancellationToken));
            }
        }
    }

    private async Task<ChaseReport> ReportAsync(
        DateOnly day,
        List<DigestResult> results,
        CancellationToken cancellationToken
    )
    {
        var known = new List<StoredDigest>();
        foreach (var concerned in results.Select(result => result.Key.Day).Append(day).Distinct().Order())
        {
            known.AddRange(await digests.ReadDayAsync(concerned, cancellationToken));
        }

        var tried = results.Select(result => result.Key).ToHashSet();
        var sentNow = results.Where(result => result.SentNow).Select(result => result.Key).ToHashSet();
        return new ChaseReport
        {
            AsOf = day,
            Told = ChaseReports.Told(known.Where(digest => sentNow.Contains(digest.Key))),
            NotTold = ChaseReports.NotTold(
                known.Where(digest =>
                    (digest.Key.Day == day || tried.Contains(digest.Key))
                    && !sentNow.Contains(digest.Key)
                    && !ChaseReports.IsTold(digest)
                )
            ),
        };
    }
}
