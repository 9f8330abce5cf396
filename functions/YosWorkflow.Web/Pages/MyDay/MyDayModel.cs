using System.Collections.Immutable;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Web.Pages.Shared;

namespace YosWorkflow.Web.Pages.MyDay;

/// <summary>What one person owes, and what is owed on the cases that they supervise or manage.</summary>
public sealed record MyDayModel
{
    /// <summary>Whose day it is.</summary>
    public required StaffMember Person { get; init; }

    /// <summary>Who receives what is meant for them while they are away; null while they are at work, or if nobody does.</summary>
    public required StaffMember? StandIn { get; init; }

    /// <summary>As of which day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Whether that is today.</summary>
    public required bool IsToday { get; init; }

    /// <summary>The last day that is soon.</summary>
    public required DateOnly SoonThrough { get; init; }

    /// <summary>How much they owe themselves.</summary>
    public required Tally Own { get; init; }

    /// <summary>What they owe themselves, or cover for: overdue, due today, soon. An urgency without items is left out.</summary>
    public required ImmutableArray<DaySection> Sections { get; init; }

    /// <summary>What others owe on the cases they supervise or manage: who has most overdue first.</summary>
    public required ImmutableArray<ColleagueDay> Colleagues { get; init; }

    /// <summary>Finds a person's part in what stands open.</summary>
    public static MyDayModel For(StaffMember person, Standing standing, bool isToday)
    {
        var places = new Places(person, standing.Staff);
        var own = standing.Open.Where(places.Owes).ToImmutableArray();
        return new MyDayModel
        {
            Person = person,
            StandIn = person.Active ? null : standing.Staff.Receiving(person),
            Day = standing.Day,
            IsToday = isToday,
            SoonThrough = standing.SoonThrough,
            Own = standing.Count(own),
            Sections = SectionsOf(own, standing),
            Colleagues = ColleaguesOf(standing.Open.Where(places.Oversees), standing),
        };
    }

    private static ImmutableArray<DaySection> SectionsOf(IEnumerable<OwedItem> items, Standing standing) =>
        [
            .. items
                .GroupBy(standing.UrgencyOf)
                .Where(group => group.Key != Urgency.Later)
                .OrderBy(group => group.Key)
                .Select(group => new DaySection(group.Key, ByCase(group))),
        ];

    // Grouping keeps the order in which cases first appear, which is that of their most serious item.
    private static ImmutableArray<CaseItems> ByCase(IEnumerable<OwedItem> items) =>
        [
            .. items
                .GroupBy(item => item.Obligation.Case.CaseRef, StringComparer.Ordinal)
                .Select(group => new CaseItems(group.First().Obligation.Case, [.. group])),
        ];

    private static ImmutableArray<ColleagueDay> ColleaguesOf(
        IEnumerable<OwedItem> items,
        Standing standing
    ) =>
        [
            .. items
                .GroupBy(item => item.Obligation.OwedById, StringComparer.Ordinal)
                .Select(group => ColleagueOf(group, standing))
                .Where(colleague => !colleague.Tally.IsEmpty)
                .OrderByDescending(colleague => colleague.Tally.Overdue)
                .ThenByDescending(colleague => colleague.LongestLate)
                .ThenBy(colleague => colleague.PersonId, StringComparer.Ordinal),
        ];

    private static ColleagueDay ColleagueOf(IGrouping<string, OwedItem> items, Standing standing) =>
        new(
            items.Key,
            standing.Staff.Find(items.Key),
            standing.Count(items),
            [.. items.Where(item => standing.UrgencyOf(item) == Urgency.Overdue)]
        );
}
