using System.Collections.Immutable;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Standards;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Web.Pages.Shared;
using YosWorkflow.Web.Pages.Tables;
using YosWorkflow.Web.Rendering;

namespace YosWorkflow.Web.Pages.MyTeam;

/// <summary>The tables of a team's page.</summary>
internal sealed class TeamTables(Standing standing, TeamOnDay team, Viewer viewer, bool isToday)
{
    private static readonly Column[] Urgencies =
    [
        Column.OfNumbers("Overdue"),
        Column.OfNumbers("Due today"),
        Column.OfNumbers("In ten working days"),
        Column.OfNumbers("Longest late (working days)"),
    ];

    /// <summary>Who owes how much: who has most overdue first.</summary>
    public Table ByPerson()
    {
        var cases = team
            .Cases.CountBy(one => one.CaseManagerId, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
        var people = standing.Open.ToLookup(item => item.Obligation.OwedById, StringComparer.Ordinal);
        return new Table(
            "people",
            $"What is open in {team.Team}, by person",
            [new("Person"), Column.OfNumbers("Cases"), .. Urgencies],
            [
                .. people
                    .Select(one => one.Key)
                    .Union(cases.Keys, StringComparer.Ordinal)
                    .Select(id => (Id: id, Items: people[id].ToArray()))
                    .OrderByDescending(one => standing.Count(one.Items).Overdue)
                    .ThenByDescending(one => LongestLate(one.Items))
                    .ThenBy(one => one.Id, StringComparer.Ordinal)
                    .Select(one =>
                        (ImmutableArray<Cell>)
                            [
                                Person(one.Id),
                                Cell.OrDash(cases.GetValueOrDefault(one.Id)),
                                .. Numbers(one.Items),
                            ]
                    ),
            ]
        );
    }

    /// <summary>Of what how much is owed, in the pack's order.</summary>
    public Table ByKind(StandardsPack pack)
    {
        var kinds = standing.Open.ToLookup(item => item.Obligation.Rule.RuleId, StringComparer.Ordinal);
        return new Table(
            "kinds",
            $"What is open in {team.Team}, by kind",
            [new("What is owed"), .. Urgencies],
            [
                .. pack
                    .Rules.Where(rule => kinds.Contains(rule.RuleId))
                    .Select(rule => (Rule: rule, Items: kinds[rule.RuleId].ToArray()))
                    .Where(kind => !standing.Count(kind.Items).IsEmpty)
                    .Select(kind => (ImmutableArray<Cell>)[kind.Rule.Title, .. Numbers(kind.Items)]),
            ]
        );
    }

    /// <summary>The plans that wait for a countersignature, the most serious first.</summary>
    public Table Countersignatures() =>
        new(
            "countersignatures",
            $"Plans in {team.Team} that wait for a countersignature",
            [
                new("Case"),
                new("What waits"),
                new("Plan completed"),
                new("Due"),
                new("Status"),
                new("Written by"),
            ],
            [
                .. standing
                    .Open.Where(item => TeamModel.IsCountersignature(item.Obligation.Rule))
                    .Select(item =>
                        (ImmutableArray<Cell>)
                            [
                                item.Obligation.Case.CaseRef,
                                item.Obligation.Rule.Title,
                                Dates.Short(item.Obligation.ClockStarted),
                                Dates.Short(item.Obligation.DueOn),
                                Status(item),
                                Person(item.Obligation.Case.CaseManagerId),
                            ]
                    ),
            ]
        );

    /// <summary>All that is overdue, the most serious first, with the way to acknowledge what is theirs to.</summary>
    public Table Overdue() =>
        new(
            "overdue",
            $"What is overdue in {team.Team}",
            [
                new("Case"),
                new("What is owed"),
                new("Was due"),
                new("Status"),
                new("Owed by"),
                new("Oversight"),
            ],
            [
                .. standing
                    .Open.Where(item => standing.UrgencyOf(item) == Urgency.Overdue)
                    .Select(item =>
                        (ImmutableArray<Cell>)
                            [
                                item.Obligation.Case.CaseRef,
                                new Cell(item.Obligation.Rule.Title) { Note = item.ToldInShort },
                                Dates.Short(item.Obligation.DueOn),
                                Status(item),
                                Person(item.Obligation.OwedById),
                                OversightOf(item),
                            ]
                    ),
            ]
        );

    /// <summary>What was acknowledged, the latest first.</summary>
    public Table Oversight(StandardsPack pack, Site site) =>
        new(
            "oversight",
            $"What was acknowledged in {team.Team}",
            [
                new("Case"),
                new("What was late"),
                new("Acknowledged"),
                new("By"),
                new("Reason"),
                new("New date"),
            ],
            [
                .. team.Acknowledged.Select(one =>
                    (ImmutableArray<Cell>)
                        [
                            one.CaseRef,
                            pack.Find(one.RuleId)?.Title ?? one.RuleId,
                            site.Moment(one.At),
                            one.ById.Length == 0 ? "Not known" : NameOf(one.ById),
                            one.Reason,
                            Dates.Short(one.Until),
                        ]
                ),
            ]
        );

    private Cell OversightOf(OwedItem item)
    {
        var resting = item.Resting is { } rest ? $"Rests until {Dates.Short(rest.Until)}" : null;
        return isToday && viewer.Oversees(item.Obligation.Case)
            ? new Cell(resting is null ? "Acknowledge" : "Acknowledge again")
            {
                Href = Addresses.Acknowledge(item.Obligation.Case.CaseRef, item.Obligation.Rule.RuleId),
                Hidden = $"{item.Obligation.Rule.Title}, {item.Obligation.Case.CaseRef}",
                Note = resting,
            }
            : new Cell(resting ?? "–");
    }

    private Cell[] Numbers(IReadOnlyCollection<OwedItem> items)
    {
        var tally = standing.Count(items);
        return
        [
            Cell.OrDash(tally.Overdue),
            Cell.OrDash(tally.DueToday),
            Cell.OrDash(tally.Soon),
            Cell.OrDash(LongestLate(items)),
        ];
    }

    private static int LongestLate(IEnumerable<OwedItem> items) =>
        items.Select(item => item.Obligation.WorkingDaysOverdue).DefaultIfEmpty().Max();

    private static Cell Status(OwedItem item)
    {
        var tag = StatusTag.Of(item);
        return new Cell(tag.Text) { Tag = tag.Colour };
    }

    private Cell Person(string id) =>
        standing.Staff.Find(id) is { } person
            ? new Cell(person.Name) { Href = viewer.SeesDayOf(person) ? Addresses.MyDay(id) : null }
            : new Cell(id.Length > 0 ? $"{id} (not in the staff list)" : "Nobody");

    private string NameOf(string id) => standing.Staff.Find(id)?.Name ?? id;
}
