using System.Collections.Immutable;
using YosWorkflow.Services.Retention;
using YosWorkflow.Web.Pages.Shared;
using YosWorkflow.Web.Pages.Tables;
using YosWorkflow.Web.Rendering;

namespace YosWorkflow.Web.Pages.Runs;

/// <summary>The table of purges, by which it can be shown that what is to go does go.</summary>
internal static class PurgeRows
{
    /// <summary>The table.</summary>
    public static Table Of(IReadOnlyList<PurgeRun> purges, Site site) =>
        new(
            "purges",
            "The latest purges",
            [
                new("Purged"),
                new("What went"),
                Column.OfNumbers("Rows"),
                Column.OfNumbers("Storage transactions"),
            ],
            [.. purges.Select(run => Row(run, site))]
        );

    private static ImmutableArray<Cell> Row(PurgeRun run, Site site) =>
        [
            site.Moment(run.At),
            WhatWent(run.Report),
            Cell.OrDash(run.Report.Rows),
            Cell.OrDash(run.Report.Transactions),
        ];

    private static Cell WhatWent(PurgeReport report) =>
        report.Rows == 0
            ? "Nothing was old enough"
            : string.Join(
                "; ",
                report
                    .Kinds.Where(kind => kind.Rows > 0)
                    .Select(kind =>
                        $"{Wording.Number(kind.Rows)} of {PurgedWords.Of(kind.Kind)}, older than {Dates.Plain(kind.Before)}"
                    )
            );
}
