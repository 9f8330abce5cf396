using System.Collections.Immutable;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Web.Pages.Shared;

namespace YosWorkflow.Web.Pages.MyDay;

/// <summary>What someone owes on the cases that another supervises or manages.</summary>
/// <param name="PersonId">Who owes it; empty if nobody does.</param>
/// <param name="Person">Them, or null if they are not in the staff list.</param>
/// <param name="Tally">How many items there are of each urgency.</param>
/// <param name="Overdue">What is overdue, the most serious first.</param>
/// <param name="Shown">What of that the page shows: the most serious, and what a message leads to.</param>
public sealed record ColleagueDay(
    string PersonId,
    StaffMember? Person,
    Tally Tally,
    ImmutableArray<OwedItem> Overdue,
    ImmutableArray<OwedItem> Shown
)
{
    // The rest is on their own day.
    private const int MostShown = 5;

    /// <summary>Their name, or what there is in its place.</summary>
    public string Name =>
        Person?.Name ?? (PersonId.Length > 0 ? $"{PersonId} (not in the staff list)" : "Nobody");

    /// <summary>By how many working days their longest overdue item is late; 0 if none is.</summary>
    public int LongestLate =>
        Overdue.Select(item => item.Obligation.WorkingDaysOverdue).DefaultIfEmpty().Max();

    /// <summary>Everyone who owes some of what somebody oversees: who has most overdue first.</summary>
    internal static ImmutableArray<ColleagueDay> AllOf(
        IEnumerable<OwedItem> overseen,
        Standing standing,
        string? line
    ) =>
        [
            .. overseen
                .GroupBy(item => item.Obligation.OwedById, StringComparer.Ordinal)
                .Select(group => Of(group, standing, line))
                .Where(colleague => !colleague.Tally.IsEmpty)
                .OrderByDescending(colleague => colleague.Tally.Overdue)
                .ThenByDescending(colleague => colleague.LongestLate)
                .ThenBy(colleague => colleague.PersonId, StringComparer.Ordinal),
        ];

    private static ColleagueDay Of(IGrouping<string, OwedItem> items, Standing standing, string? line)
    {
        ImmutableArray<OwedItem> overdue =
        [
            .. items.Where(item => standing.UrgencyOf(item) == Urgency.Overdue),
        ];
        return new(
            items.Key,
            standing.Staff.Find(items.Key),
            standing.Count(items),
            overdue,
            [.. overdue.Where((item, at) => at < MostShown || (line is not null && item.LineId == line))]
        );
    }
}
