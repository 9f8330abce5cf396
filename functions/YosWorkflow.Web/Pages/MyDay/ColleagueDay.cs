using System.Collections.Immutable;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Web.Pages.Shared;

namespace YosWorkflow.Web.Pages.MyDay;

/// <summary>What someone owes on the cases that another supervises or manages.</summary>
/// <param name="PersonId">Who owes it; empty if nobody does.</param>
/// <param name="Person">Them, or null if they are not in the staff list.</param>
/// <param name="Tally">How many items there are of each urgency.</param>
/// <param name="Overdue">What is overdue, the most serious first.</param>
public sealed record ColleagueDay(
    string PersonId,
    StaffMember? Person,
    Tally Tally,
    ImmutableArray<OwedItem> Overdue
)
{
    /// <summary>Their name, or what there is in its place.</summary>
    public string Name =>
        Person?.Name ?? (PersonId.Length > 0 ? $"{PersonId} (not in the staff list)" : "Nobody");

    /// <summary>By how many working days their longest overdue item is late; 0 if none is.</summary>
    public int LongestLate =>
        Overdue.Select(item => item.Obligation.WorkingDaysOverdue).DefaultIfEmpty().Max();
}
