using System.Collections.Immutable;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Web.Pages.Shared;
using YosWorkflow.Web.Pages.Tables;

namespace YosWorkflow.Web.Pages.MyDay;

/// <summary>What one person owes, and what is owed on the cases that they supervise or manage.</summary>
public sealed record MyDayModel
{
    // Together they keep the page of who has most below 100 kB.
    internal const int OwnOnPage = 20;
    internal const int ColleaguesOnPage = 20;

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

    /// <summary>A page of what they owe themselves, or cover for, up to the last day that is soon: the most serious first.</summary>
    public required Paged<OwedItem> Owned { get; init; }

    /// <summary>What is on that page: overdue, due today, soon. An urgency without items is left out.</summary>
    public required ImmutableArray<DaySection> Sections { get; init; }

    /// <summary>A page of those who owe something on the cases they supervise or manage: who has most overdue first.</summary>
    public required Paged<ColleagueDay> Colleagues { get; init; }

    /// <summary>The tables of the page, whole: what they owe themselves, and who owes what on the cases they oversee.</summary>
    public required ImmutableArray<Table> Tables { get; init; }

    /// <summary>The line that a message leads to, or null.</summary>
    public string? Line { get; init; }

    /// <summary>Whether that line is on the page; it is not once what it says is done, or owed no more.</summary>
    public bool HasLine { get; init; }

    /// <summary>The page of their own on which an urgency begins.</summary>
    public int PageOf(Urgency urgency)
    {
        var before =
            (urgency > Urgency.Overdue ? Own.Overdue : 0) + (urgency > Urgency.DueToday ? Own.DueToday : 0);
        return (before / OwnOnPage) + 1;
    }

    internal static MyDayModel For(StaffMember person, Standing standing, bool isToday, DayChoice choice)
    {
        var places = new Places(person, standing.Staff);
        var own = standing
            .Open.Where(item => places.Owes(item) && standing.UrgencyOf(item) != Urgency.Later)
            .OrderBy(standing.UrgencyOf)
            .ToImmutableArray();
        var colleagues = ColleagueDay.AllOf(standing.Open.Where(places.Oversees), standing, choice.Line);
        var owned = Paged<OwedItem>.Of(own, choice.PageOf(own, choice.Holds), OwnOnPage);
        var shown = Paged<ColleagueDay>.Of(
            colleagues,
            choice.PeopleOf(colleagues, one => one.Overdue.Any(choice.Holds)),
            ColleaguesOnPage
        );
        return new MyDayModel
        {
            Person = person,
            StandIn = person.Active ? null : standing.Staff.Receiving(person),
            Day = standing.Day,
            IsToday = isToday,
            SoonThrough = standing.SoonThrough,
            Own = standing.Count(own),
            Owned = owned,
            Sections = SectionsOf(owned.Items, standing),
            Colleagues = shown,
            Tables = DayTables.Of(person, own, colleagues),
            Line = choice.Line,
            HasLine =
                owned.Items.Any(choice.Holds)
                || shown.Items.Any(colleague => colleague.Overdue.Any(choice.Holds)),
        };
    }

    private static ImmutableArray<DaySection> SectionsOf(IEnumerable<OwedItem> items, Standing standing) =>
        [.. items.GroupBy(standing.UrgencyOf).Select(group => new DaySection(group.Key, ByCase(group)))];

    // Grouping keeps the order in which cases first appear, which is that of their most serious item.
    private static ImmutableArray<CaseItems> ByCase(IEnumerable<OwedItem> items) =>
        [
            .. items
                .GroupBy(item => item.Obligation.Case.CaseRef, StringComparer.Ordinal)
                .Select(group => new CaseItems(group.First().Obligation.Case, [.. group])),
        ];
}
