using System.Collections.Immutable;
using YosWorkflow.Core.Learning;
using YosWorkflow.Core.Standards;
using YosWorkflow.Web.Pages.Shared;
using YosWorkflow.Web.Pages.Tables;

namespace YosWorkflow.Web.Pages.WholeService;

/// <summary>How long what is overdue has been so.</summary>
/// <param name="Day">As of which day.</param>
/// <param name="IsToday">Whether that is today.</param>
/// <param name="Total">How much is overdue.</param>
/// <param name="Old">How much of it for more than 20 working days.</param>
/// <param name="ByTeam">By team.</param>
/// <param name="ByRule">By rule.</param>
/// <param name="Page">Which page of the teams is shown.</param>
/// <param name="Reading">What was read.</param>
public sealed record OverdueModel(
    DateOnly Day,
    bool IsToday,
    int Total,
    int Old,
    Table ByTeam,
    Table ByRule,
    int Page,
    ServiceReading Reading
)
{
    private static readonly AgeBand[] Bands = Enum.GetValues<AgeBand>();

    private static readonly Column[] Ages =
    [
        Column.OfNumbers("Overdue"),
        .. Bands.Select(band => Column.OfNumbers(AgeBands.Words(band))),
    ];

    internal static OverdueModel Of(
        OverdueAges ages,
        ServiceReading reading,
        DateOnly day,
        bool isToday,
        int page
    ) =>
        new(
            day,
            isToday,
            ages.Of(),
            ages.Of(band: AgeBand.Quarter) + ages.Of(band: AgeBand.Longer),
            new Table(
                "teams",
                "What is overdue, by team and by how many working days",
                [new("Team"), .. Ages],
                [
                    .. ages.Teams.Select(team =>
                        (ImmutableArray<Cell>)
                            [
                                new Cell(team)
                                {
                                    Href = Addresses.Obligations(
                                        team,
                                        [ObligationStatus.Overdue],
                                        asOf: isToday ? null : day
                                    ),
                                },
                                Cell.Of(ages.Of(team: team)),
                                .. Bands.Select(band => Cell.OrDash(ages.Of(team: team, band: band))),
                            ]
                    ),
                ]
            ),
            new Table(
                "rules",
                "What is overdue, by rule and by how many working days",
                [new("What is owed"), .. Ages],
                [
                    .. ages.Rules.Select(rule =>
                        (ImmutableArray<Cell>)
                            [
                                new Cell(rule.Title) { Href = Addresses.RunChart(rule.RuleId) },
                                Cell.Of(ages.Of(rule.RuleId)),
                                .. Bands.Select(band => Cell.OrDash(ages.Of(rule.RuleId, band: band))),
                            ]
                    ),
                ]
            ),
            page,
            reading
        );
}
