using System.Collections.Immutable;
using YosWorkflow.Core.Learning;
using YosWorkflow.Core.Standards;

namespace YosWorkflow.Services.Reporting;

/// <summary>How much of what the service owed was done in time, with small numbers kept out.</summary>
internal sealed class ComplianceReport(OnTimeTally tally, StandardsPack pack)
{
    private readonly ComplianceNumbers counts = new(tally);

    private SmallNumbers Numbers => counts.Numbers;

    public Report Make(string serviceName, DateOnly madeOn)
    {
        var shown = ShownMonths();
        return new Report(
            ReportKind.Compliance,
            "Work done in time",
            serviceName,
            tally.Period,
            madeOn,
            Introduction(),
            tally.Of().Due == 0
                ? []
                :
                [
                    new ReportSection("Month by month", MonthParts(shown)),
                    new ReportSection(
                        "By rule",
                        [Table("rules", "Done in time, by rule", "rule", "What was owed", ByRule())]
                    ),
                    new ReportSection(
                        "By team",
                        [Table("teams", "Done in time, by team", "team", "Team", ByTeam())]
                    ),
                    Notes(),
                ]
        );
    }

    private ImmutableArray<string> Introduction()
    {
        var all = tally.Of();
        if (all.Due == 0)
        {
            return ["Nothing fell due in this time."];
        }

        string?[] sentences =
        [
            $"This report says how much of what the service owed to the children it supervises was done in time, by the rules of {pack.Title}.",
            InTimeWords(),
            Numbers.Value(counts.Of().NotInTime) is not null
            && all.MetLate >= SmallNumbers.Least
            && all.NotMet >= SmallNumbers.Least
                ? $"{ReportWords.Number(all.MetLate)} were done late, and {ReportWords.Number(all.NotMet)} were not done by {ReportWords.Day(tally.AsOf)}."
                : null,
        ];
        return [.. sentences.OfType<string>()];
    }

    private string InTimeWords()
    {
        var total = counts.Of();
        if (Numbers.Value(total.Due) is not { } due)
        {
            return "So little fell due that how much of it was done in time is not shown.";
        }

        var share = Numbers.Share(total.InTime, total.NotInTime, total.Due).Text;
        return share == SmallCells.NotShown
            ? $"{ReportWords.Number(due)} pieces of work fell due; how many of them were done in time is not shown, since it would give a small number away."
            : $"Of {ReportWords.Number(due)} pieces of work that fell due, {share} were done in time.";
    }

    // Only months whose share is shown are drawn, and only they are judged.
    private RunChart ShownMonths() =>
        RunChart.Of(
            tally
                .Period.Months.Select((month, at) => (month, Of: counts.OfMonth(at)))
                .Where(one =>
                    Numbers.Value(one.Of.InTime) is not null && Numbers.Value(one.Of.Due) is not null
                )
                .Select(one =>
                    (one.month, Numbers.Value(one.Of.InTime)!.Value, Numbers.Value(one.Of.Due)!.Value)
                )
        );

    private ImmutableArray<ReportPart> MonthParts(RunChart chart) =>
        [
            chart.Points.IsEmpty
                ? new ReportText("No month has enough in it to be shown by itself.")
                : new ReportList([.. RunChartWords.Of(chart)]),
            .. chart.Points.IsEmpty
                ? Array.Empty<ReportPart>()
                : [new ReportChart("Share of work done in time, by month", chart, tally.Period.Months)],
            new ReportTable(
                "months",
                "Done in time, by month",
                [
                    new("month", "Month", IsNumeric: false),
                    .. Columns,
                    new("limits", "Control limits"),
                    new("signals", "What it shows", IsNumeric: false),
                ],
                [
                    .. tally.Period.Months.Select(
                        (month, at) =>
                            (ImmutableArray<ReportCell>)
                                [
                                    new ReportCell(
                                        ReportWords.ShortMonth(month),
                                        Core.IsoMonth.Format(month)
                                    ),
                                    .. Cells(counts.OfMonth(at))[..4],
                                    .. Signals(chart.Points.FirstOrDefault(point => point.Month == month)),
                                ]
                    ),
                ]
            ),
        ];

    private static ReportCell[] Signals(RunPoint? point) =>
        [
            point is { Lower: { } lower, Upper: { } upper }
                ? $"{ReportWords.Percent(lower)} to {ReportWords.Percent(upper)}"
                : ReportCell.NotShown("–"),
            point is not null && RunChartWords.Of(point) is { Length: > 0 } signals
                ? signals
                : ReportCell.NotShown("–"),
        ];

    private IEnumerable<(string Title, DueNumbers Of)> ByRule() =>
        tally.Rules.Select(rule => (rule.Title, counts.Of(rule.RuleId)));

    private IEnumerable<(string Title, DueNumbers Of)> ByTeam() =>
        tally.Teams.Select(team => (team, counts.Of(team: team)));

    private static ReportColumn[] Columns =>
        [
            new("fell_due", "Fell due"),
            new("in_time", "In time"),
            new("late_or_not_done", "Late or not done"),
            new("share_in_time", "Share in time"),
        ];

    private ReportTable Table(
        string id,
        string caption,
        string nameId,
        string name,
        IEnumerable<(string Title, DueNumbers Of)> rows
    ) =>
        new(
            id,
            caption,
            [new(nameId, name, IsNumeric: false), .. Columns, new("interval", "95% interval")],
            [
                .. rows.Append(("All together", counts.Of()))
                    .Select(row => (ImmutableArray<ReportCell>)[row.Item1, .. Cells(row.Item2)]),
            ]
        );

    private ReportCell[] Cells(DueNumbers count) =>
        [
            Numbers.Cell(count.Due),
            Numbers.Cell(count.InTime),
            Numbers.Cell(count.NotInTime),
            Numbers.Share(count.InTime, count.NotInTime, count.Due),
            Numbers.Interval(count.InTime, count.Due),
        ];

    private static ReportSection Notes() =>
        new(
            "About these figures",
            [
                new ReportText(
                    "Counted is everything that fell due in this time under a rule that is on, on cases that were still open on the day it was due, "
                        + "whether or not it was done. It is worked out from the case record as it stands."
                ),
                new ReportText(
                    "The interval says how far a share could be from the usual one by chance alone; the fewer there are, the wider it is. "
                        + "Months always differ a little: the chart marks six or more in a row on one side of the median (a shift), five or more "
                        + "rising or falling (a trend), and those beyond the control limits. Anything else is most likely chance."
                ),
                new ReportText(ReportWords.OfSmallNumbers),
            ]
        );
}
