using System.Collections.Immutable;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Web.Pages.Shared;
using YosWorkflow.Web.Pages.Tables;

namespace YosWorkflow.Web.Pages.MyDay;

/// <summary>A person's day as tables.</summary>
internal static class DayTables
{
    /// <summary>The id of the table of what they owe themselves.</summary>
    public const string Own = "own";

    /// <summary>The id of the table of who owes what on the cases that they oversee.</summary>
    public const string Colleagues = "colleagues";

    public static ImmutableArray<Table> Of(
        StaffMember person,
        ImmutableArray<OwedItem> own,
        ImmutableArray<ColleagueDay> colleagues
    ) => [OwnOf(person, own), ColleaguesOf(person, colleagues)];

    private static Table OwnOf(StaffMember person, ImmutableArray<OwedItem> own) =>
        new(
            Own,
            $"What {person.Name} owes",
            [new("Case"), new("What is owed"), new("Due"), new("Status"), new("Told"), new("Rests until")],
            [
                .. own.Select(item =>
                    (ImmutableArray<Cell>)
                        [
                            item.Obligation.Case.CaseRef,
                            item.Obligation.Rule.Title,
                            Dates.Short(item.Obligation.DueOn),
                            StatusTag.Of(item).Text,
                            item.ToldInShort ?? "–",
                            item.Resting is { } resting ? Dates.Short(resting.Until) : "–",
                        ]
                ),
            ]
        );

    private static Table ColleaguesOf(StaffMember person, ImmutableArray<ColleagueDay> colleagues) =>
        new(
            Colleagues,
            $"Who owes what on cases that {person.Name} oversees",
            [
                new("Person"),
                Column.OfNumbers("Overdue"),
                Column.OfNumbers("Due today"),
                Column.OfNumbers("In ten working days"),
                Column.OfNumbers("Longest late (working days)"),
            ],
            [.. colleagues.Select(RowOf)]
        );

    internal static ImmutableArray<Cell> RowOf(ColleagueDay colleague) =>
        [
            new Cell(colleague.Name)
            {
                Href = colleague.Person is { } known ? Addresses.MyDay(known.StaffId) : null,
            },
            Cell.Of(colleague.Tally.Overdue),
            Cell.Of(colleague.Tally.DueToday),
            Cell.Of(colleague.Tally.Soon),
            Cell.OrDash(colleague.LongestLate),
        ];
}
