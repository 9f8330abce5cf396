using System.Collections.Immutable;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Learning;
using YosWorkflow.Web.Pages.Shared;
using YosWorkflow.Web.Pages.Tables;

namespace YosWorkflow.Web.Pages.WholeService;

/// <summary>What falls due in the weeks ahead.</summary>
/// <param name="Day">Today.</param>
/// <param name="Ahead">How much falls due in all the weeks.</param>
/// <param name="Weeks">By week.</param>
/// <param name="People">By person and week: who has most first.</param>
/// <param name="Page">Which page of the people is shown.</param>
/// <param name="Reading">What was read.</param>
public sealed record WorkloadModel(
    DateOnly Day,
    int Ahead,
    Table Weeks,
    Table People,
    int Page,
    ServiceReading Reading
)
{
    internal static WorkloadModel Of(WorkloadAhead workload, ServiceReading reading, DateOnly day, int page)
    {
        var people = workload.People;
        var weeks = Enumerable.Range(0, WorkloadAhead.Weeks).ToArray();
        return new WorkloadModel(
            day,
            people.Sum(person => person.Ahead),
            new Table(
                "weeks",
                "What falls due, by week",
                [new("Week from"), Column.OfNumbers("Falls due"), new("Busiest")],
                [
                    .. weeks.Select(week =>
                        (ImmutableArray<Cell>)
                            [
                                NameOf(workload.Mondays[week], isNow: week == 0),
                                Cell.OrDash(people.Sum(person => person.ByWeek[week])),
                                Busiest(people, week, reading.Staff),
                            ]
                    ),
                ]
            ),
            new Table(
                "people",
                "What falls due, by person and week",
                [
                    new("Person"),
                    Column.OfNumbers("Overdue now"),
                    .. workload.Mondays.Select(monday => Column.OfNumbers(ShortName(monday))),
                    Column.OfNumbers("Ahead"),
                ],
                [
                    .. people.Select(person =>
                        (ImmutableArray<Cell>)
                            [
                                PersonOf(person.PersonId, reading.Staff),
                                Cell.OrDash(person.Overdue),
                                .. person.ByWeek.Select(due => Cell.OrDash(due)),
                                Cell.OrDash(person.Ahead),
                            ]
                    ),
                ]
            ),
            page,
            reading
        );
    }

    private static Cell NameOf(DateOnly monday, bool isNow) =>
        new(Dates.Plain(monday)) { Note = isNow ? "this week, from today" : null };

    private static string ShortName(DateOnly monday) =>
        monday.ToString("d MMM", System.Globalization.CultureInfo.InvariantCulture);

    private static Cell Busiest(ImmutableArray<PersonAhead> people, int week, Staff staff) =>
        people.MaxBy(person => person.ByWeek[week]) is { } busiest && busiest.ByWeek[week] > 0
            ? new Cell($"{NameOf(busiest.PersonId, staff)}: {Wording.Number(busiest.ByWeek[week])}")
            : new Cell("–");

    private static Cell PersonOf(string id, Staff staff) =>
        new(NameOf(id, staff))
        {
            Href = staff.Find(id) is null ? null : Addresses.MyDay(id),
            Note = staff.Find(id)?.Team,
        };

    private static string NameOf(string id, Staff staff) =>
        staff.Find(id)?.Name ?? (id.Length > 0 ? $"{id} (not in the staff list)" : "Nobody");
}
