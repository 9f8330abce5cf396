using System.Collections.Frozen;
using System.Collections.Immutable;
using YosWorkflow.Core.Caseload;

namespace YosWorkflow.Core.Audits.Rounds;

/// <summary>Who may audit peers' cases, as the staff list stands.</summary>
public static class PeerAuditors
{
    /// <summary>Those at work who can audit, in ordinal order.</summary>
    /// <param name="staff">The staff list.</param>
    /// <param name="capacity">How many cases each can take in a round.</param>
    /// <param name="lastAudited">Whose work they audited in the round before, by auditor.</param>
    public static ImmutableArray<PeerAuditor> Of(
        Staff staff,
        int capacity,
        ILookup<string, string> lastAudited
    ) =>
        [
            .. staff
                .Members.Where(member => member is { Active: true, CanAudit: true })
                .Select(member => new PeerAuditor(
                    member.StaffId,
                    member.Team,
                    capacity,
                    lastAudited[member.StaffId].ToFrozenSet(StringComparer.Ordinal)
                )),
        ];

    /// <summary>A case as allocation looks at it now: with its present team, manager and supervisor.</summary>
    public static CaseToAllocate ToAllocate(Case drawn, Staff staff) =>
        new(drawn.CaseRef, drawn.Team, drawn.CaseManagerId, staff.PracticeSupervisorOf(drawn)?.StaffId);
}
