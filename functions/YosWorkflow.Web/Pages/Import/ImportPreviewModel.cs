using YosWorkflow.Web.Pages.Tables;

namespace YosWorkflow.Web.Pages.Import;

/// <summary>What files that are waiting would do.</summary>
/// <param name="Id">The import.</param>
/// <param name="Attempt">What tells this attempt from others, so that one that is gone on with keeps its report.</param>
/// <param name="Left">How many entities an import under way has left to write; null if none is.</param>
/// <param name="ChangesNothing">Whether the files say what is known.</param>
/// <param name="Counts">What would become of the rows.</param>
/// <param name="Rejected">The rows that would be rejected.</param>
/// <param name="Warnings">What would be imported, and should be looked at.</param>
public sealed record ImportPreviewModel(
    string Id,
    Guid Attempt,
    int? Left,
    bool ChangesNothing,
    Table Counts,
    Table Rejected,
    Table Warnings
);
