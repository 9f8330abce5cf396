using System.Collections.Immutable;
using YosWorkflow.Core.Learning;
using YosWorkflow.Core.Standards;

namespace YosWorkflow.Core.Audits;

/// <summary>How a round's cases stand to a target, by the record.</summary>
/// <param name="Target">The target.</param>
/// <param name="Met">In how many cases it was met in time.</param>
/// <param name="Late">In how many it was met late.</param>
/// <param name="NotMet">In how many it was due and not met.</param>
/// <param name="Share">The share met in time, with its 95 % interval; null if it was due on no case.</param>
public sealed record TargetFinding(AuditTarget Target, int Met, int Late, int NotMet, WilsonInterval? Share)
{
    /// <summary>Whether the share met in time reaches the target; false if it was due on no case.</summary>
    public bool IsReached => Share is { } share && share.Share * 100 >= Target.Percent;

    /// <summary>How cases stand to targets, in the order of the targets.</summary>
    /// <param name="targets">The targets.</param>
    /// <param name="obligations">The obligations of the round's cases as of a day, met and open.</param>
    public static ImmutableArray<TargetFinding> Of(
        IEnumerable<AuditTarget> targets,
        IReadOnlyCollection<Obligation> obligations
    ) =>
        [
            .. targets.Select(target =>
                Of(
                    target,
                    [
                        .. obligations
                            .Where(owed => owed.Rule.RuleId == target.RuleId)
                            .Select(owed => owed.Status),
                    ]
                )
            ),
        ];

    private static TargetFinding Of(AuditTarget target, ObligationStatus[] statuses)
    {
        var met = statuses.Count(status => status == ObligationStatus.Met);
        var late = statuses.Count(status => status == ObligationStatus.MetLate);
        var not = statuses.Count(status => status is ObligationStatus.Overdue or ObligationStatus.Missed);
        return new TargetFinding(target, met, late, not, WilsonInterval.Of(met, met + late + not));
    }
}
