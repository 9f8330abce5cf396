using System.Collections.Immutable;
using YosWorkflow.Core;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Core.Learning;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Services.Learning;
using YosWorkflow.Services.Settings;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Reporting;

/// <summary>
/// Makes a report of a period for people outside the service. It is as things stood at the end of the period, or stand today if that is
/// earlier, so that a report of a time that is over says the same whenever it is made, unless the record has been put right since. Audits
/// are of the rounds of the period, with what has come in by the day on which it is made.
/// </summary>
public sealed class MakeReport(
    ReadService service,
    CaseloadTable caseload,
    AuditTable audits,
    ChaseRunTable runs,
    ServiceRules rules,
    YosSettings settings
)
{
    /// <summary>How many months a report tells of unless it is asked for others.</summary>
    public const int UsualMonths = 12;

    /// <summary>Makes one.</summary>
    /// <param name="kind">Which.</param>
    /// <param name="period">The days of which it tells; a snapshot compares the last with the first.</param>
    /// <param name="today">The day on which it is made.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Report> ExecuteAsync(
        ReportKind kind,
        Period period,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        var asOf = period.To < today ? period.To : today;
        return kind switch
        {
            ReportKind.Compliance => await ComplianceAsync(period, asOf, today, cancellationToken),
            ReportKind.Snapshot => await SnapshotAsync(period, asOf, today, cancellationToken),
            _ => await LearningAsync(period, asOf, today, cancellationToken),
        };
    }

    private async Task<Report> ComplianceAsync(
        Period period,
        DateOnly asOf,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        var tally = new OnTimeTally(rules.Pack, period, asOf);
        await ReadAsync(asOf, period.From, [tally], cancellationToken);
        return new ComplianceReport(tally, rules.Pack).Make(settings.ServiceName, today);
    }

    private async Task<Report> SnapshotAsync(
        Period period,
        DateOnly asOf,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        var first = period.From < asOf ? period.From : asOf;
        var (now, before) = (new CaseloadSnapshot(asOf), new CaseloadSnapshot(first));
        await ReadAsync(asOf, first, [now, before], cancellationToken);
        var nowShown =
            asOf < today
                ? await ChildrenAsync(now, cancellationToken)
                : new ChildrenOn(asOf, now.Teams, IsRecorded: true);
        return new SnapshotReport(nowShown, await ChildrenAsync(before, cancellationToken)).Make(
            settings.ServiceName,
            period,
            today
        );
    }

    private async Task<ChildrenOn> ChildrenAsync(
        CaseloadSnapshot reckoned,
        CancellationToken cancellationToken
    ) =>
        await runs.FindWithChildrenAsync(reckoned.Day, cancellationToken) is { } recorded
            ? new ChildrenOn(recorded.Day, recorded.Children, IsRecorded: true)
            : new ChildrenOn(reckoned.Day, reckoned.Teams, IsRecorded: false);

    private async Task<Report> LearningAsync(
        Period period,
        DateOnly asOf,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        var (now, before) = (new List<RoundStanding>(), new List<RoundStanding>());
        var earlier = period.Before;
        foreach (var listed in await audits.ListRoundsAsync(programmeId: null, cancellationToken))
        {
            var into =
                IsIn(listed.Id.Month, period) ? now
                : IsIn(listed.Id.Month, earlier) ? before
                : null;
            if (
                into is not null
                && await audits.ReadAsync(listed.Id, cancellationToken) is { Standing: var standing }
            )
            {
                into.Add(standing);
            }
        }

        return new LearningReport(AuditedRounds.Of(now, before), period, asOf).Make(
            settings.ServiceName,
            today
        );
    }

    // A round is of the period in which its month begins, or of the one that begins within its month.
    private static bool IsIn(DateOnly month, Period period) =>
        month >= IsoMonth.Of(period.From) && month <= period.To;

    private async Task ReadAsync(
        DateOnly asOf,
        DateOnly openOn,
        ImmutableArray<ICaseTally> tallies,
        CancellationToken cancellationToken
    )
    {
        var staff = await caseload.ReadStaffAsync(cancellationToken);
        await service.ExecuteAsync(asOf, openOn, staff, tallies, cancellationToken);
    }
}
