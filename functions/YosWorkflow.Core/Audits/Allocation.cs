using System.Collections.Immutable;

namespace YosWorkflow.Core.Audits;

/// <summary>Who audits which case, and which cases nobody can audit.</summary>
/// <param name="Pairs">The pairs, in ordinal order of the cases.</param>
/// <param name="Unallocated">The cases without an auditor and why, in ordinal order.</param>
public sealed record Allocation(
    ImmutableArray<(string CaseRef, string AuditorId)> Pairs,
    ImmutableArray<(string CaseRef, string Reason)> Unallocated
)
{
    /// <summary>
    /// Allocates cases to auditors. In this order: as many cases as the rules allow; loads as even as they can be, so within
    /// one of each other wherever that is feasible; as few pairs as possible of colleagues who met in the round before.
    /// Where not every case can have an auditor, the first in ordinal order come first. The same input, in whatever order, gives the same allocation.
    /// </summary>
    public static Allocation Of(IEnumerable<CaseToAllocate> cases, IEnumerable<PeerAuditor> auditors)
    {
        var orderedCases = cases.OrderBy(item => item.CaseRef, StringComparer.Ordinal).ToArray();
        var orderedAuditors = auditors.OrderBy(auditor => auditor.StaffId, StringComparer.Ordinal).ToArray();
        var flow = new AllocationFlow(orderedCases, orderedAuditors);
        flow.Solve();
        return new Allocation(
            [
                .. orderedCases
                    .Select((item, index) => (item.CaseRef, Auditor: flow.AuditorOf(index)))
                    .Where(pair => pair.Auditor >= 0)
                    .Select(pair => (pair.CaseRef, orderedAuditors[pair.Auditor].StaffId)),
            ],
            [
                .. orderedCases
                    .Where((_, index) => flow.AuditorOf(index) < 0)
                    .Select(item => (item.CaseRef, WhyNot(item, orderedAuditors))),
            ]
        );
    }

    private static string WhyNot(CaseToAllocate item, PeerAuditor[] auditors)
    {
        var eligible = auditors.Count(auditor => auditor.MayAudit(item));
        return (auditors.Length, eligible) switch
        {
            (0, _) => "Nobody at work can audit.",
            (_, 0) when item.ReadById is not null =>
                "Everyone who can audit manages or supervises the case, is of its team or has read it already.",
            (_, 0) => "Everyone who can audit manages or supervises the case, or is of its team.",
            _ =>
                $"The {eligible} who may audit it, and all who could take over from them, have as many cases as they can take.",
        };
    }
}
