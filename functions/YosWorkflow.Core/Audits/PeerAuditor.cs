namespace YosWorkflow.Core.Audits;

/// <summary>Someone who may audit peers' cases in this round.</summary>
/// <param name="StaffId">Who.</param>
/// <param name="Team">Their team, or null for those above teams.</param>
/// <param name="Capacity">How many cases they can take in this round.</param>
/// <param name="LastAudited">The case managers whose work they audited in the round before: not again, where avoidable.</param>
/// <param name="Held">How many of those cases they have already; they count for the load and are not given away.</param>
public sealed record PeerAuditor(
    string StaffId,
    string? Team,
    int Capacity,
    IReadOnlySet<string> LastAudited,
    int Held = 0
)
{
    /// <summary>
    /// Whether they may audit a case: never their own or one they supervise, nor one of their team.
    /// </summary>
    public bool MayAudit(CaseToAllocate allocated) => WhyNot(allocated) is null;

    /// <summary>Why they may not audit a case, whatever else they have to read; null if they may.</summary>
    public WhyNotAuditor? WhyNot(CaseToAllocate allocated) =>
        Same(StaffId, allocated.CaseManagerId) ? WhyNotAuditor.Manages
        : Same(StaffId, allocated.PracticeSupervisorId) ? WhyNotAuditor.Supervises
        : Same(Team, allocated.Team) ? WhyNotAuditor.IsOfItsTeam
        : Same(StaffId, allocated.ReadById) ? WhyNotAuditor.ReadsItOtherwise
        : null;

    /// <summary>Whether auditing a case would pair them with the same colleague twice running.</summary>
    public bool WouldRepeat(CaseToAllocate allocated) => LastAudited.Contains(allocated.CaseManagerId);

    private static bool Same(string? a, string? b) => string.Equals(a, b, StringComparison.Ordinal);
}
