using YosWorkflow.Core.Caseload;

namespace YosWorkflow.Core.Standards;

/// <summary>
/// Something owed on a case under a rule, as of a day. It is derived from the case each time and never stored, so it can't
/// disagree with the record. Case, rule and the day its clock started identify an occurrence.
/// </summary>
/// <param name="Case">The case.</param>
/// <param name="Rule">The rule that made it.</param>
/// <param name="ClockStarted">The day from which its limit counts.</param>
/// <param name="DueOn">The last day on which it is met in time.</param>
/// <param name="Status">How it stands.</param>
/// <param name="MetOn">The day it was met, or null.</param>
/// <param name="OwedById">Who owes it by role, whoever covers for them. Empty if nobody holds the role.</param>
/// <param name="WorkingDaysOverdue">The working days after <paramref name="DueOn"/> up to and including the day; 0 unless overdue.</param>
public readonly record struct Obligation(
    Case Case,
    Rule Rule,
    DateOnly ClockStarted,
    DateOnly DueOn,
    ObligationStatus Status,
    DateOnly? MetOn,
    string OwedById,
    int WorkingDaysOverdue
)
{
    /// <summary>Whether it still has to be met.</summary>
    public bool IsOpen =>
        Status is ObligationStatus.Upcoming or ObligationStatus.DueToday or ObligationStatus.Overdue;
}
