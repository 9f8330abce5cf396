using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using YosWorkflow.Core.Learning;
using YosWorkflow.Core.Standards;
using YosWorkflow.Services.Reporting;
using YosWorkflow.Web.Pages.Tables;

namespace YosWorkflow.Web.Pages.WholeService;

/// <summary>How much was done in time: of everything or under a rule, in the whole service or a team.</summary>
public sealed record OnTimeModel
{
    /// <summary>The period.</summary>
    public required PeriodChoice Choice { get; init; }

    /// <summary>The rule, or null for all of them together.</summary>
    public required Rule? Rule { get; init; }

    /// <summary>The team, or null for all of them together.</summary>
    public required string? Team { get; init; }

    /// <summary>The teams to choose from.</summary>
    public required ImmutableArray<string> Teams { get; init; }

    /// <summary>How much was done in time.</summary>
    public required OnTimeCount Count { get; init; }

    /// <summary>How much would have fallen due after the case was over, and is not counted.</summary>
    public required int LeftOut { get; init; }

    /// <summary>The run chart.</summary>
    public required RunChart Chart { get; init; }

    /// <summary>The run chart, drawn.</summary>
    public required MarkupString Drawing { get; init; }

    /// <summary>By rule; null where there is one.</summary>
    public required Table? ByRule { get; init; }

    /// <summary>By team; null where there is one.</summary>
    public required Table? ByTeam { get; init; }

    /// <summary>By month: the figures of the chart.</summary>
    public required Table ByMonth { get; init; }

    /// <summary>The cases that could not be judged.</summary>
    public required ImmutableArray<string> NotJudged { get; init; }

    /// <summary>Which page of the teams is shown.</summary>
    public required int Page { get; init; }

    /// <summary>Every table of the page.</summary>
    public Table[] Tables => [.. new[] { ByRule, ByTeam, ByMonth }.OfType<Table>()];

    internal static OnTimeModel Of(
        OnTimeTally tally,
        PeriodChoice choice,
        ServiceReading reading,
        int page,
        Rule? rule = null,
        string? team = null
    )
    {
        var tables = new OnTimeTables(tally, choice);
        var chart = tally.ChartOf(rule?.RuleId, team);
        return new OnTimeModel
        {
            Choice = choice,
            Rule = rule,
            Team = team,
            Teams = reading.Teams,
            Count = tally.Of(rule?.RuleId, team),
            LeftOut = tally.LeftOut,
            Chart = chart,
            Drawing = new MarkupString(
                RunChartSvg.Draw(
                    chart,
                    choice.Period.Months,
                    "chart",
                    $"{rule?.Title ?? "Everything owed"}: share done in time by month{(team is null ? "" : $", {team}")}"
                )
            ),
            ByRule = rule is null ? tables.ByRule(team) : null,
            ByTeam = team is null ? tables.ByTeam(rule) : null,
            ByMonth = tables.ByMonth(chart, rule, team),
            NotJudged = reading.NotJudged,
            Page = page,
        };
    }
}
