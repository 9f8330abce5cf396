using System.Collections.Immutable;
using YosWorkflow.Core.Learning;

namespace YosWorkflow.Services.Reporting;

/// <summary>The children of a day, and where their numbers come from.</summary>
/// <param name="Day">The day.</param>
/// <param name="Teams">The children by team.</param>
/// <param name="IsRecorded">Whether they were recorded on the day; otherwise they are reckoned from the record of now.</param>
internal sealed record ChildrenOn(DateOnly Day, ImmutableArray<TeamChildren> Teams, bool IsRecorded)
{
    public ChildCounts Whole { get; } =
        Teams.Aggregate(default(ChildCounts), (sum, team) => sum + team.Counts);
}

/// <summary>The children looked after, in need, or with a child protection plan, with small numbers kept out.</summary>
internal sealed class SnapshotReport
{
    private static readonly ImmutableArray<ChildLine> Children =
    [
        .. ChildWords.Lines.Where(line => line.IsOfChildren),
    ];

    private readonly SmallNumbers numbers = new();
    private readonly Dictionary<string, int[]> byTeam = new(StringComparer.Ordinal);
    private readonly int[] whole;
    private readonly int[] wholeBefore;
    private readonly ChildrenOn now;
    private readonly ChildrenOn before;

    public SnapshotReport(ChildrenOn now, ChildrenOn before)
    {
        (this.now, this.before) = (now, before);
        whole = Add(now.Whole);
        wholeBefore = Add(before.Whole);
        foreach (var team in now.Teams)
        {
            byTeam.Add(team.Team, Add(team.Counts));
        }

        for (var line = 0; line < whole.Length; line++)
        {
            numbers.AddUp(whole[line], byTeam.Values.Select(counts => counts[line]));
        }

        numbers.Protect();
    }

    public Report Make(string serviceName, Period period, DateOnly madeOn) =>
        new(
            ReportKind.Snapshot,
            "Children looked after, in need, or on a child protection plan",
            serviceName,
            period,
            madeOn,
            Introduction(),
            now.Whole.Open == 0
                ? []
                :
                [
                    new ReportSection("The whole service", [Whole(), new ReportText(Basis())]),
                    new ReportSection("By team", [ByTeam()]),
                    new ReportSection(
                        "About these figures",
                        [
                            new ReportText(
                                "A case is an order or another intervention: a child with two is counted twice. A child may be several of "
                                    + "these, so the lines do not add up; “any of these” counts each case once."
                            ),
                            new ReportText(ReportWords.OfSmallNumbers),
                        ]
                    ),
                ]
        );

    private ImmutableArray<string> Introduction()
    {
        if (now.Whole.Open == 0)
        {
            return [$"There was no open case on {ReportWords.Day(now.Day)}."];
        }

        var any = whole[^2];
        var share =
            numbers.Value(any) is { } known && numbers.Value(whole[^1]) is { } open
                ? $" ({ReportWords.Percent((double)known / open)})"
                : "";
        return
        [
            "This report says how many of the children whom the service supervises are looked after, in need, or on a child protection plan.",
            $"On {ReportWords.Day(now.Day)}, {numbers.Text(any)} of {numbers.Text(whole[^1])} open cases were those of such a child{share}.",
        ];
    }

    private ReportTable Whole() =>
        new(
            "children",
            "Children by what they are, and the change",
            [
                new("children", "Children", IsNumeric: false),
                new("now", ReportWords.Day(now.Day)),
                new("share", "Of open cases"),
                new("before", ReportWords.Day(before.Day)),
                new("change", "Change"),
            ],
            [
                .. ChildWords.Lines.Select(
                    (line, at) =>
                        (ImmutableArray<ReportCell>)
                            [
                                line.Words,
                                numbers.Cell(whole[at]),
                                ShareOf(at),
                                numbers.Cell(wholeBefore[at]),
                                ChangeOf(at),
                            ]
                ),
            ]
        );

    private ReportTable ByTeam() =>
        new(
            "teams",
            $"Children by team on {ReportWords.Day(now.Day)}",
            [
                new("team", "Team", IsNumeric: false),
                .. ChildWords.Lines.Select(line => new ReportColumn(IdOf(line), line.Title)),
            ],
            [
                .. byTeam.Select(team =>
                    (ImmutableArray<ReportCell>)[team.Key, .. team.Value.Select(numbers.Cell)]
                ),
            ]
        );

    private string Basis() =>
        before.IsRecorded
            ? $"The numbers of {ReportWords.Day(before.Day)} were recorded that morning."
            : $"For {ReportWords.Day(before.Day)} the cases open on that day are counted, with the children as they are recorded now: "
                + "the record does not say since when a child is looked after. The change is that of the cases, and not of the children.";

    private ReportCell ShareOf(int at) =>
        numbers.Value(whole[at]) is { } known && numbers.Value(whole[^1]) is { } open
            ? ReportCell.OfShare((double)known / open)
            : ReportCell.NotShown("not shown");

    private ReportCell ChangeOf(int at) =>
        numbers.Value(whole[at]) is { } after && numbers.Value(wholeBefore[at]) is { } earlier
            ? new ReportCell(ReportWords.Change(after - earlier), after - earlier)
            : ReportCell.NotShown("not shown");

    private static string IdOf(ChildLine line) =>
        line.Title.Replace(",", "", StringComparison.Ordinal).Replace(' ', '_').ToLowerInvariant();

    private int[] Add(ChildCounts counts)
    {
        int[] added = [.. ChildWords.Lines.Select(line => numbers.Add(line.Of(counts)))];
        numbers.Cover(added[^2], added[..(Children.Length - 1)]);
        return added;
    }
}
