using System.Collections.Immutable;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Standards;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Web.Pages.Shared;
using YosWorkflow.Web.Pages.Tables;
using YosWorkflow.Web.Rendering;

namespace YosWorkflow.Web.Pages.MyTeam;

/// <summary>How a team stands, for who supervises or manages it.</summary>
public sealed record TeamModel
{
    /// <summary>The team.</summary>
    public required string Team { get; init; }

    /// <summary>The other teams whose page is theirs to open.</summary>
    public required ImmutableArray<string> OtherTeams { get; init; }

    /// <summary>As of which day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Whether that is today.</summary>
    public required bool IsToday { get; init; }

    /// <summary>The last day that is soon.</summary>
    public required DateOnly SoonThrough { get; init; }

    /// <summary>How many open cases the team holds.</summary>
    public required int OpenCases { get; init; }

    /// <summary>How much there is of each urgency.</summary>
    public required Tally Whole { get; init; }

    /// <summary>Who owes how much.</summary>
    public required Table People { get; init; }

    /// <summary>Of what how much is owed.</summary>
    public required Table Kinds { get; init; }

    /// <summary>The plans that wait for a countersignature.</summary>
    public required Table Countersignatures { get; init; }

    /// <summary>All that is overdue, the most serious first.</summary>
    public required Table Overdue { get; init; }

    /// <summary>Which page of what is overdue is shown.</summary>
    public required int OverduePage { get; init; }

    /// <summary>What was acknowledged in the team, the latest first.</summary>
    public required Table Oversight { get; init; }

    /// <summary>Every table of the page.</summary>
    public Table[] Tables => [People, Kinds, Countersignatures, Overdue, Oversight];

    internal static TeamModel Of(
        TeamOnDay team,
        Staff staff,
        Viewer viewer,
        ServiceRules rules,
        Site site,
        bool isToday,
        int overduePage
    )
    {
        var items = team.Open.Select(listed => StandingReader.Item(listed, staff));
        var standing = new Standing(team.AsOf, staff, items, rules.Calendar);
        var tables = new TeamTables(standing, team, viewer, isToday);
        return new TeamModel
        {
            Team = team.Team,
            OtherTeams = [.. viewer.LedTeams.Where(other => other != team.Team)],
            Day = team.AsOf,
            IsToday = isToday,
            SoonThrough = standing.SoonThrough,
            OpenCases = team.Cases.Length,
            Whole = standing.Count(standing.Open),
            People = tables.ByPerson(),
            Kinds = tables.ByKind(rules.Pack),
            Countersignatures = tables.Countersignatures(),
            Overdue = tables.Overdue(),
            OverduePage = overduePage,
            Oversight = tables.Oversight(rules.Pack, site),
        };
    }

    /// <summary>Whether a rule is met by a countersignature.</summary>
    internal static bool IsCountersignature(Rule rule) =>
        rule.MetBy is MilestoneKind.RmpCountersigned or MilestoneKind.VmpCountersigned;
}
