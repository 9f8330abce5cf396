using System.Collections.Immutable;
using YosWorkflow.Core.Audits;
using YosWorkflow.Web.Pages.Tables;

namespace YosWorkflow.Web.Pages.Audits;

/// <summary>The strata of a draw with their places.</summary>
internal static class StratumTable
{
    /// <summary>The table.</summary>
    public static Table Of(ImmutableArray<Stratum> strata)
    {
        var isWeighted = strata.Any(stratum => stratum.Weight != 1);
        return new Table(
            "strata",
            "How the places were given to the teams",
            [
                new("Team"),
                Column.OfNumbers("Cases in the frame"),
                .. isWeighted ? [Column.OfNumbers("Each counts")] : Array.Empty<Column>(),
                Column.OfNumbers("Drawn"),
                Column.OfNumbers("Of the team’s cases"),
            ],
            [
                .. strata.Select(stratum =>
                    (ImmutableArray<Cell>)
                        [
                            stratum.Name,
                            Cell.Of(stratum.Size),
                            .. isWeighted ? [Cell.Of(stratum.Weight)] : Array.Empty<Cell>(),
                            Cell.Of(stratum.Drawn),
                            AuditWording.Percent((double)stratum.Drawn / stratum.Size),
                        ]
                ),
            ]
        );
    }
}
