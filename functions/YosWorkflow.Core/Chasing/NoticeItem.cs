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
/// <param name="MeantForId">For whom it was meant, if the person who is told only stands in for them.</param>
public sealed record NoticeItem(
    string CaseRef,
    string RuleId,
    DateOnly ClockStarted,
    DateOnly DueOn,
    ChaseStep Step,
    int WorkingDaysOverdue,
    string OwedById,
    bool HighRisk,
    string? MeantForId = null
)
{
    /// <summary>
    /// Most serious first: by step, high risk before other, the longest overdue, the first due, then by case and rule.
    /// </summary>
    public static IComparer<NoticeItem> MostSeriousFirst { get; } =
        Comparer<NoticeItem>.Create(
            (a, b) =>
                (b.Step, b.HighRisk, b.WorkingDaysOverdue).CompareTo(
                    (a.Step, a.HighRisk, a.WorkingDaysOverdue)
                )
                    is not 0
                        and var serious
                    ? serious
                : a.DueOn.CompareTo(b.DueOn) is not 0 and var due ? due
                : string.CompareOrdinal(a.CaseRef, b.CaseRef) is not 0 and var reference ? reference
                : string.CompareOrdinal(a.RuleId, b.RuleId)
        );

    /// <summary>Whether two items are of the same occurrence.</summary>
    public bool IsOfSameOccurrence(NoticeItem other) =>
        ClockStarted == other.ClockStarted
        && string.Equals(CaseRef, other.CaseRef, StringComparison.Ordinal)
        && string.Equals(RuleId, other.RuleId, StringComparison.Ordinal);
}
