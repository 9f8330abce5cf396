using System.Collections.Immutable;
using YosWorkflow.Core.Audits;
using YosWorkflow.Web.Pages.Audits;
using YosWorkflow.Web.Pages.Shared;
using YosWorkflow.Web.Pages.Tables;

namespace YosWorkflow.Web.Pages.AuditFindings;

/// <summary>Tables of how often something was met.</summary>
internal static class FindingTable
{
    /// <summary>The table of some findings.</summary>
    public static Table Of(string id, string caption, string what, IEnumerable<Finding> findings) =>
        new(
            id,
            caption,
            [
                new(what),
                new("Met in full, of where it applied"),
                Column.OfNumbers("Met"),
                Column.OfNumbers("Partly"),
                Column.OfNumbers("Not met"),
                Column.OfNumbers("Did not apply"),
                new("Month before"),
                new("Twelve months before"),
            ],
            [.. findings.Select(RowOf)]
        );

    /// <summary>The table of the targets.</summary>
    public static Table OfTargets(ImmutableArray<TargetFinding> targets) =>
        new(
            "targets",
            "How the sample’s cases stand to the targets, by the record",
            [
                new("Target"),
                new("In time"),
                Column.OfNumbers("Target"),
                Column.OfNumbers("Late"),
                Column.OfNumbers("Not done"),
                new("Reached"),
            ],
            [
                .. targets.Select(one =>
                    (ImmutableArray<Cell>)
                        [
                            one.Target.Title,
                            new Cell(AuditWording.Percent(one.Share)) { Bar = one.Share },
                            AuditWording.Percent((double)one.Target.Percent / 100),
                            Cell.OrDash(one.Late),
                            Cell.OrDash(one.NotMet),
                            one.Share is null ? new Cell("Due on no case")
                            : one.IsReached ? new Cell("Reached") { Tag = "green" }
                            : new Cell("Not reached") { Tag = "red" },
                        ]
                ),
            ]
        );

    private static ImmutableArray<Cell> RowOf(Finding one) =>
        [
            Sentence(one.Title),
            new Cell(AuditWording.Percent(one.Share)) { Bar = one.Share },
            Cell.OrDash(one.Met),
            Cell.OrDash(one.Partly),
            Cell.OrDash(one.NotMet),
            Cell.OrDash(one.NotApplicable),
            Beside(one.MonthBefore, one.Share?.Share),
            one.LastTwelveMonths is { } twelve ? AuditWording.Percent(twelve) : "–",
        ];

    // The change is named only where it is one: what rounds to the same is the same.
    private static Cell Beside(double? before, double? now)
    {
        if (before is not { } then)
        {
            return "–";
        }

        var text = new Cell(AuditWording.Percent(then));
        if (now is not { } share)
        {
            return text;
        }

        var points = (int)(Round(share) - Round(then));
        return text with
        {
            Note = points switch
            {
                0 => "the same now",
                > 0 => $"now {Wording.Count(points, "point")} more",
                _ => $"now {Wording.Count(-points, "point")} less",
            },
        };

        static double Round(double share) => Math.Round(share * 100, MidpointRounding.AwayFromZero);
    }

    private static string Sentence(string title) =>
        title.Length > 0 ? char.ToUpperInvariant(title[0]) + title[1..] : title;
}
