using System.Collections.Immutable;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Web.Pages.Tables;

namespace YosWorkflow.Web.Pages.Audits;

/// <summary>What a round ended without.</summary>
internal static class MissingTable
{
    /// <summary>The table.</summary>
    public static Table Of(AuditRound round, Staff staff) => Of(round.Missing, staff);

    /// <summary>The table.</summary>
    public static Table Of(ImmutableArray<MissingItem> missing, Staff staff) =>
        new(
            "missing",
            "What the round ended without",
            [new("Case"), new("What was missing"), new("With whom it lay")],
            [
                .. missing.Select(item =>
                    (ImmutableArray<Cell>)
                        [
                            item.CaseRef,
                            AuditWording.Of(item.Kind),
                            item.WithId is { } id ? staff.Find(id)?.Name ?? id : "Nobody",
                        ]
                ),
            ]
        );
}
