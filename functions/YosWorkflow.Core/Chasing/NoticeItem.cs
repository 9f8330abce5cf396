namespace YosWorkflow.Core.Chasing;

/// <summary>One obligation that a person is told of. It names the case by its reference only.</summary>
/// <param name="CaseRef">The case.</param>
/// <param name="RuleId">The rule.</param>
/// <param name="ClockStarted">The day its clock started, which with case and rule identifies the occurrence.</param>
/// <param name="DueOn">When it is or was due.</param>
/// <param name="Step">The step of the ladder that is told.</param>
/// <param name="WorkingDaysOverdue">How many working days late; 0 if it is not.</param>
/// <param name="OwedById">Who owes it by role.</param>
/// <param name="HighRisk">Whether risk of serious harm or vulnerability is high. It orders a digest and is never said in it.</param>
public sealed record NoticeItem(
    string CaseRef,
    string RuleId,
    DateOnly ClockStarted,
    DateOnly DueOn,
    ChaseStep Step,
    int WorkingDaysOverdue,
    string OwedById,
    bool HighRisk
);
