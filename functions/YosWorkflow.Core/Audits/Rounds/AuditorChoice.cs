using System.Collections.Immutable;
using YosWorkflow.Core.Caseload;

namespace YosWorkflow.Core.Audits.Rounds;

/// <summary>Somebody who audits, as far as one case goes.</summary>
/// <param name="Person">Who.</param>
/// <param name="Held">How many cases of the round lie with them.</param>
/// <param name="WhyNot">Why they may not audit the case; null if they may, or do.</param>
public sealed record AuditorCandidate(StaffMember Person, int Held, WhyNotAuditor? WhyNot);

/// <summary>
/// Says who could audit a case of a round and why others could not, by the rules of the allocation, and which cases could change
/// auditors. What holds of a case now counts, and what held when it was drawn as well: nobody audits work that was their own.
/// </summary>
/// <param name="standing">How the round stands.</param>
/// <param name="now">Its cases as they are now; one that is gone is taken as it was drawn.</param>
/// <param name="staff">The staff list.</param>
/// <param name="capacity">How many cases each auditor can take in a round.</param>
public sealed class AuditorChoice(
    RoundStanding standing,
    IReadOnlyDictionary<string, Case> now,
    Staff staff,
    int capacity
)
{
    private static readonly HashSet<string> NobodyMet = [];

    private readonly Dictionary<string, int> held = standing
        .Cases.Where(item => item.Case.Audit.ReaderId is not null)
        .CountBy(item => item.Case.Audit.ReaderId!, StringComparer.Ordinal)
        .ToDictionary(StringComparer.Ordinal);

    /// <summary>Everyone of whom the staff list says that they can audit: who may first, by their load, then the others.</summary>
    public ImmutableArray<AuditorCandidate> CandidatesFor(CaseStanding item) =>
        [
            .. staff
                .Members.Where(member => member.CanAudit)
                .Select(member => new AuditorCandidate(
                    member,
                    held.GetValueOrDefault(member.StaffId),
                    WhyNot(item, member.StaffId)
                ))
                .OrderBy(candidate => candidate.WhyNot is not null)
                .ThenBy(candidate => candidate.Held)
                .ThenBy(candidate => candidate.Person.StaffId, StringComparer.Ordinal),
        ];

    /// <summary>Why somebody may not be given a case; null if they may, or have it.</summary>
    public WhyNotAuditor? WhyNot(CaseStanding item, string auditorId) =>
        WhyNotByRule(item, auditorId)
        ?? (
            auditorId != item.Case.Audit.ReaderId && held.GetValueOrDefault(auditorId) >= capacity
                ? WhyNotAuditor.IsFull
                : null
        );

    /// <summary>The cases whose auditor could change places with a case's, in ordinal order.</summary>
    public ImmutableArray<CaseStanding> ExchangesFor(CaseStanding item) =>
        [.. standing.Cases.Where(other => WhyNotExchange(item, other) is null)];

    /// <summary>Why two cases can't exchange their auditors: who may not audit which, and why; null if they can.</summary>
    public ExchangeFault? WhyNotExchange(CaseStanding item, CaseStanding other) =>
        (item.Case.Audit.ReaderId, other.Case.Audit.ReaderId) switch
        {
            _ when item.IsIn || other.IsIn => new ExchangeFault(null, item.IsIn ? item : other, null),
            (null, _) => new ExchangeFault(null, item, null),
            (_, null) => new ExchangeFault(null, other, null),
            ({ } own, { } others) when own == others => new ExchangeFault(own, other, null),
            ({ } own, { } others) => FaultOf(item, others) ?? FaultOf(other, own),
        };

    private ExchangeFault? FaultOf(CaseStanding item, string auditorId) =>
        WhyNotByRule(item, auditorId) is { } why ? new ExchangeFault(auditorId, item, why) : null;

    private WhyNotAuditor? WhyNotByRule(CaseStanding item, string auditorId) =>
        staff.Find(auditorId) switch
        {
            null or { CanAudit: false } => WhyNotAuditor.IsNoAuditor,
            { Active: false } => WhyNotAuditor.IsAway,
            { Team: var team } => WhyNotByCase(item, new PeerAuditor(auditorId, team, capacity, NobodyMet)),
        };

    private WhyNotAuditor? WhyNotByCase(CaseStanding item, PeerAuditor auditor)
    {
        var drawn = item.Case.ToAllocate() with { ReadById = item.Second?.ReaderId };
        return auditor.WhyNot(drawn)
            ?? (
                now.GetValueOrDefault(item.Case.CaseRef) is { } present
                    ? auditor.WhyNot(PeerAuditors.ToAllocate(present, staff))
                    : null
            );
    }
}

/// <summary>Why two cases can't exchange their auditors.</summary>
/// <param name="AuditorId">Who may not audit the case, or has both; null if the case itself stands against it.</param>
/// <param name="Case">The case.</param>
/// <param name="WhyNot">Why they may not; null if they have both, or nobody has it, or it is in.</param>
public sealed record ExchangeFault(string? AuditorId, CaseStanding Case, WhyNotAuditor? WhyNot);
