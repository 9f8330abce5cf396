using System.Collections.Immutable;
using YosWorkflow.Web.Pages.Shared;
using YosWorkflow.Web.Pages.Tables;

namespace YosWorkflow.Web.Pages.Home;

/// <summary>The home page's table of teams.</summary>
internal static class HomeTables
{
    /// <summary>How the teams stand, in ordinal order.</summary>
    public static Table Teams(IEnumerable<TeamStanding> teams, DateOnly? asOf) =>
        new(
            "teams",
            "How the teams stand",
            [
                new("Team"),
                Column.OfNumbers("Cases"),
                Column.OfNumbers("Overdue"),
                Column.OfNumbers("Due today"),
                Column.OfNumbers("In ten working days"),
                Column.OfNumbers("Longest late (working days)"),
            ],
            [
                .. teams.Select(team =>
                    (ImmutableArray<Cell>)
                        [
                            new Cell(team.Team) { Href = Addresses.Obligations(team: team.Team, asOf: asOf) },
                            Cell.Of(team.OpenCases),
                            Cell.Of(team.Tally.Overdue),
                            Cell.Of(team.Tally.DueToday),
                            Cell.Of(team.Tally.Soon),
                            Cell.OrDash(team.LongestLate),
                        ]
                ),
            ]
        );
}
