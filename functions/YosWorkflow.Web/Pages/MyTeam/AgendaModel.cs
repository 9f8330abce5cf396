using System.Collections.Immutable;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Web.Pages.Shared;
using YosWorkflow.Web.Pages.Tables;

namespace YosWorkflow.Web.Pages.MyTeam;

/// <summary>The risk meetings that a team has to hold, as an agenda for the monthly meeting.</summary>
/// <param name="Team">The team.</param>
/// <param name="Day">As of which day.</param>
/// <param name="IsToday">Whether that is today.</param>
/// <param name="Meetings">The cases to be talked about, those that are late first.</param>
public sealed record AgendaModel(string Team, DateOnly Day, bool IsToday, Table Meetings)
{
    internal static AgendaModel Of(TeamOnDay team, Staff staff, ServiceRules rules, bool isToday)
    {
        var items = team.Open.Select(listed => StandingReader.Item(listed, staff));
        var standing = new Standing(team.AsOf, staff, items, rules.Calendar);
        var late = standing
            .Open.Where(item => standing.UrgencyOf(item) == Urgency.Overdue && !IsMeeting(item))
            .ToLookup(item => item.Obligation.Case.CaseRef, StringComparer.Ordinal);
        return new AgendaModel(
            team.Team,
            team.AsOf,
            isToday,
            new Table(
                "agenda",
                $"Risk meetings to hold in {team.Team}",
                [
                    new("Case"),
                    new("Case manager"),
                    new("Risk of serious harm"),
                    new("Vulnerability"),
                    new("Last meeting"),
                    new("Due"),
                    new("Also late"),
                ],
                [
                    .. standing
                        .Open.Where(IsMeeting)
                        .OrderBy(item => item.Obligation.DueOn)
                        .ThenBy(item => item.Obligation.Case.CaseRef, StringComparer.Ordinal)
                        .Select(item => Row(item, staff, late[item.Obligation.Case.CaseRef])),
                ]
            )
        );
    }

    private static bool IsMeeting(OwedItem item) => item.Obligation.Rule.MetBy == MilestoneKind.RiskMeeting;

    private static ImmutableArray<Cell> Row(OwedItem item, Staff staff, IEnumerable<OwedItem> late)
    {
        var owedOn = item.Obligation.Case;
        return
        [
            new Cell(owedOn.CaseRef) { Note = Wording.Of(owedOn.OrderType) },
            staff.Find(owedOn.CaseManagerId)?.Name ?? owedOn.CaseManagerId,
            Level(owedOn.RoshLevel, owedOn.RoshLevelSince ?? owedOn.OrderMadeOn),
            Level(owedOn.VulnerabilityLevel, owedOn.VulnerabilityLevelSince ?? owedOn.OrderMadeOn),
            LastMeeting(item),
            new Cell(Dates.Short(item.Obligation.DueOn)) { Note = StatusTag.Of(item).Text },
            string.Join(", ", late.Select(other => other.Obligation.Rule.Title)) is { Length: > 0 } others
                ? others
                : "–",
        ];
    }

    private static Cell Level(RiskLevel? level, DateOnly since) =>
        level is { } known
            ? new Cell(Wording.Of(known)) { Note = $"since {Dates.Plain(since)}" }
            : new Cell("Not assessed");

    // The clock of a meeting after the first starts with the meeting before it.
    private static Cell LastMeeting(OwedItem item) =>
        item.Obligation.Case.Milestones.Any(done =>
            done.Kind == MilestoneKind.RiskMeeting && done.CompletedOn == item.Obligation.ClockStarted
        )
            ? Dates.Short(item.Obligation.ClockStarted)
            : "None yet";
}
