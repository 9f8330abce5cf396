using YosWorkflow.Core.Chasing;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Services.Delivery;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Chasing;

/// <summary>
/// Says what a chase of a day would tell if it ran now: what it would decide, and what earlier runs have left to be told. It
/// writes nothing. Whether the providers would take every message it can't say.
/// </summary>
public sealed class PreviewChase(
    CaseloadTable caseload,
    DigestTable digests,
    OpenChase open,
    TeamChases teams,
    AuditDay audits,
    ComposeDigests compose,
    SendDigests send
)
{
    /// <summary>Previews the chase of a day.</summary>
    /// <exception cref="Core.Calendar.OutsideBankHolidaysException">The bank holidays of the day's year are not known.</exception>
    public async Task<ChaseReport> ExecuteAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var plan = await open.PlanAsync(day, cancellationToken);
        if (plan.WhyNobody is not null)
        {
            return new ChaseReport
            {
                AsOf = day,
                DryRun = true,
                WhyNobody = plan.WhyNobody,
            };
        }

        var staff = await caseload.ReadStaffAsync(cancellationToken);
        var chased = await teams.ExecuteAsync(plan, staff, dryRun: true, cancellationToken);
        var audited = await audits.ExecuteAsync(day, staff, dryRun: true, cancellationToken);
        var decided = chased.Notices.AddRange(audited.Notices);
        var ofToday = await compose.PreviewAsync(day, staff, decided, cancellationToken);
        var all = ofToday.Concat(await LeftOverAsync(day, ofToday, cancellationToken)).ToArray();
        return new ChaseReport
        {
            AsOf = day,
            DryRun = true,
            Told = ChaseReports.Told(all.Where(digest => digest.State != DigestState.Parked)),
            NotTold = ChaseReports.NotTold(all.Where(digest => digest.State == DigestState.Parked)),
            FailedTeams = chased.Failed.AddRange(audited.Failed),
        };
    }

    private async Task<IReadOnlyList<StoredDigest>> LeftOverAsync(
        DateOnly day,
        IReadOnlyList<StoredDigest> ofToday,
        CancellationToken cancellationToken
    )
    {
        var known = ofToday.Select(digest => digest.Key).ToHashSet();
        var left = new List<StoredDigest>();
        foreach (var key in await send.LeftOverAsync(day, cancellationToken))
        {
            if (!known.Contains(key) && await digests.FindAsync(key, cancellationToken) is { } digest)
            {
                left.Add(digest);
            }
        }

        return left;
    }
}
