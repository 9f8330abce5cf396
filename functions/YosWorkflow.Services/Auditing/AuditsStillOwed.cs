using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Services.Delivery;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Auditing;

/// <summary>
/// Says what is still owed in audits as well as on cases, so that a digest which goes out late does not ask for a return that
/// came in meanwhile, or of somebody with whom the audit no longer lies.
/// </summary>
/// <remarks>Besides what <see cref="StillOwed"/> reads: one query for the rounds, and one for each that may be meant.</remarks>
public sealed class AuditsStillOwed(StillOwed ofCases, AuditTable audits, ServiceRules rules) : IStillOwed
{
    // For so long after a round's month what it told may be on its way, though nothing is left to be told.
    private const int MonthsAfter = 3;

    /// <inheritdoc/>
    public async Task<OwedNow> ReadAsync(
        IReadOnlySet<string> caseRefs,
        Staff staff,
        DateOnly asOf,
        CancellationToken cancellationToken
    )
    {
        var owed = await ofCases.ReadAsync(caseRefs, staff, asOf, cancellationToken);
        var teams = new Dictionary<string, string>(owed.Teams, StringComparer.Ordinal);
        var open = new HashSet<(string, string, DateOnly, string)>();
        var rounds = await audits.ListRoundsAsync(programmeId: null, cancellationToken);
        foreach (var listed in rounds.Where(one => one.IsLive || one.Id.Month.AddMonths(MonthsAfter) > asOf))
        {
            if (await audits.ReadAsync(listed.Id, cancellationToken) is { Standing: var standing })
            {
                Add(standing, caseRefs, staff, asOf, open, teams);
            }
        }

        return new OwedNow(
            teams,
            item =>
                AuditRuleId.TryParse(item.RuleId, out _)
                    ? open.Contains((item.CaseRef, item.RuleId, item.ClockStarted, item.OwedById))
                    : owed.IsOwed(item)
        );
    }

    private void Add(
        RoundStanding standing,
        IReadOnlySet<string> caseRefs,
        Staff staff,
        DateOnly asOf,
        HashSet<(string CaseRef, string RuleId, DateOnly BeganOn, string OwnerId)> open,
        Dictionary<string, string> teams
    )
    {
        var chaser = new AuditChaser(AuditLadders.Default, rules.Calendar, staff, standing.Round);
        foreach (var item in standing.Cases.Where(item => caseRefs.Contains(item.Case.CaseRef)))
        {
            // A case that is closed belongs to no team any more, and is still told of among those of the one it had.
            teams.TryAdd(item.Case.CaseRef, item.Case.Team);
            open.UnionWith(
                chaser
                    .OpenOn(item, asOf)
                    .Select(duty => (duty.CaseRef, duty.Rule.ToString(), duty.BeganOn, duty.OwnerId))
            );
        }
    }
}
