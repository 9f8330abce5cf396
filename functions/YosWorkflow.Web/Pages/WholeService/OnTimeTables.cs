using System.Collections.Immutable;
using YosWorkflow.Core.Learning;
using YosWorkflow.Core.Standards;
using YosWorkflow.Services.Reporting;
using YosWorkflow.Web.Pages.Shared;
using YosWorkflow.Web.Pages.Tables;

namespace YosWorkflow.Web.Pages.WholeService;

/// <summary>The tables of how much was done in time.</summary>
internal sealed class OnTimeTables(OnTimeTally tally, PeriodChoice choice)
{
    private static readonly Column[] Counts =
    [
        Column.OfNumbers("Fell due"),
        Column.OfNumbers("In time"),
        Column.OfNumbers("Late"),
        Column.OfNumbers("Not done"),
        Column.OfNumbers("On time"),
        Column.OfNumbers("95% interval"),
    ];

    /// <summary>By rule, in the pack's order.</summary>
    public Table ByRule(string? team) =>
        new(
            "rules",
            $"Done in time{In(team)}, by rule, {ReportWords.Days(choice.Period)}",
            [new("What was owed"), .. Counts, new("Lately")],
            [
                .. tally
                    .Rules.Where(rule => tally.Of(rule.RuleId, team).Due > 0)
                    .Select(rule =>
                        (ImmutableArray<Cell>)
                            [
                                new Cell(rule.Title)
                                {
                                    Href = Addresses.RunChart(rule.RuleId, choice.OrNull, team),
                                },
                                .. Cells(tally.Of(rule.RuleId, team)),
                                RunChartWords.Latest(tally.ChartOf(rule.RuleId, team)),
                            ]
                    ),
            ]
        );

    /// <summary>By team, in ordinal order.</summary>
    public Table ByTeam(Rule? rule) =>
        new(
            "teams",
            $"{rule?.Title ?? "Done"} in time, by team, {ReportWords.Days(choice.Period)}",
            [new("Team"), .. Counts, new("Lately")],
            [
                .. tally
                    .Teams.Where(team => tally.Of(rule?.RuleId, team).Due > 0)
                    .Select(team =>
                        (ImmutableArray<Cell>)
                            [
                                new Cell(team)
                                {
                                    Href = Addresses.RunChart(rule?.RuleId, choice.OrNull, team),
                                },
                                .. Cells(tally.Of(rule?.RuleId, team)),
                                RunChartWords.Latest(tally.ChartOf(rule?.RuleId, team)),
                            ]
                    ),
            ]
        );

    /// <summary>Month by month: the figures of the run chart.</summary>
    public Table ByMonth(RunChart chart, Rule? rule, string? team)
    {
        var points = chart.Points.ToDictionary(point => point.Month);
        return new Table(
            "months",
            $"{rule?.Title ?? "Done"} in time{In(team)}, by month",
            [
                new("Month"),
                Column.OfNumbers("Fell due"),
                Column.OfNumbers("In time"),
                Column.OfNumbers("Late"),
                Column.OfNumbers("Not done"),
                Column.OfNumbers("On time"),
                Column.OfNumbers("Control limits"),
                new("What it shows"),
            ],
            [
                .. choice.Period.Months.Select(
                    (month, index) =>
                        (ImmutableArray<Cell>)
                            [
                                NameOf(month),
                                .. Cells(tally.Of(rule?.RuleId, team, index))[..5],
                                .. Signals(points.GetValueOrDefault(month)),
                            ]
                ),
            ]
        );
    }

    private static Cell[] Signals(RunPoint? point) =>
        [
            point is { Lower: { } lower, Upper: { } upper }
                ? $"{ReportWords.Percent(lower)} to {ReportWords.Percent(upper)}"
                : "–",
            point is not null && RunChartWords.Of(point) is { Length: > 0 } signals ? signals : "–",
        ];

    // The first and the last month of a period may be cut off.
    private Cell NameOf(DateOnly month)
    {
        var last = month.AddMonths(1).AddDays(-1);
        return new Cell(ReportWords.ShortMonth(month))
        {
            Note =
                month < choice.Period.From ? $"from {Dates.Plain(choice.Period.From)}"
                : last > choice.AsOf ? $"up to {Dates.Plain(choice.AsOf)}"
                : null,
        };
    }

    private static Cell[] Cells(OnTimeCount count) =>
        [
            Cell.OrDash(count.Due),
            Cell.OrDash(count.Met),
            Cell.OrDash(count.MetLate),
            Cell.OrDash(count.NotMet),
            ReportWords.Percent(count.Share),
            ReportWords.Interval(count.Share),
        ];

    private static string In(string? team) => team is null ? "" : $" in {team}";
}
