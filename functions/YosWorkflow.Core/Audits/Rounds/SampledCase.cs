using YosWorkflow.Core.Caseload;

namespace YosWorkflow.Core.Audits.Rounds;

/// <summary>A case of a round's sample, with what held of it when it was allocated.</summary>
/// <param name="CaseRef">The case.</param>
/// <param name="Stratum">The stratum from which it was drawn.</param>
/// <param name="Team">Its team, under which its findings count.</param>
/// <param name="CaseManagerId">Its case manager, whose work is audited, whoever holds the case later.</param>
/// <param name="PracticeSupervisorId">Its practice supervisor, or null.</param>
/// <param name="Audit">With whom the audit lies.</param>
public sealed record SampledCase(
    string CaseRef,
    string Stratum,
    string Team,
    string CaseManagerId,
    string? PracticeSupervisorId,
    Assignment Audit
)
{
    /// <summary>The case as the allocation looks at it.</summary>
    public CaseToAllocate ToAllocate() => new(CaseRef, Team, CaseManagerId, PracticeSupervisorId);

    /// <summary>
    /// The case as far as it says whose it was when it was drawn: its people then may see what was found, whoever holds it now.
    /// </summary>
    public Case AsDrawn() =>
        new()
        {
            CaseRef = CaseRef,
            Team = Team,
            CaseManagerId = CaseManagerId,
            OrderType = default,
            OrderMadeOn = default,
        };
}
