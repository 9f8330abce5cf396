namespace YosWorkflow.Core.Audits;

/// <summary>A drawn case that needs a peer auditor.</summary>
/// <param name="CaseRef">The case.</param>
/// <param name="Team">Its team, of which nobody may audit it.</param>
/// <param name="CaseManagerId">Its case manager, who may not audit it.</param>
/// <param name="PracticeSupervisorId">Its practice supervisor, who may not audit it; null if there is none.</param>
/// <param name="ReadById">Who has read it already, and so may not read it for the second time; null if nobody.</param>
public sealed record CaseToAllocate(
    string CaseRef,
    string Team,
    string CaseManagerId,
    string? PracticeSupervisorId,
    string? ReadById = null
);
