namespace YosWorkflow.Core.Audits.Rounds;

/// <summary>Something on a case of a round that people are told of until it is done. It is derived, never stored.</summary>
/// <param name="Rule">By which rule id it is known.</param>
/// <param name="CaseRef">The case.</param>
/// <param name="BeganOn">The day it began, which with case and rule identifies it.</param>
/// <param name="DueOn">By when it is to be done.</param>
/// <param name="OwnerId">Who is to do it.</param>
/// <param name="PracticeSupervisorId">The practice supervisor of the case, or null.</param>
public sealed record AuditDuty(
    AuditRuleId Rule,
    string CaseRef,
    DateOnly BeganOn,
    DateOnly DueOn,
    string OwnerId,
    string? PracticeSupervisorId
);
