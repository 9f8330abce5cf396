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
    public bool MayAudit(CaseToAllocate allocated) =>
        !string.Equals(Team, allocated.Team, StringComparison.Ordinal)
        && !string.Equals(StaffId, allocated.CaseManagerId, StringComparison.Ordinal)
        && !string.Equals(StaffId, allocated.PracticeSupervisorId, StringComparison.Ordinal)
        && !string.Equals(StaffId, allocated.ReadById, StringComparison.Ordinal);

    /// <summary>Whether auditing a case would pair them with the same colleague twice running.</summary>
    public bool WouldRepeat(CaseToAllocate allocated) => LastAudited.Contains(allocated.CaseManagerId);
}
