using YosWorkflow.Web.Pages.Tables;

namespace YosWorkflow.Web.Pages.Import;

/// <summary>What an import did.</summary>
/// <param name="Id">The import.</param>
/// <param name="At">When, in words.</param>
/// <param name="Counts">What became of the rows.</param>
/// <param name="Rejected">The rows that were rejected.</param>
/// <param name="Warnings">What was imported, and should be looked at.</param>
/// <param name="Transactions">How many storage transactions it took.</param>
public sealed record ImportReportModel(
    string Id,
    string At,
    Table Counts,
    Table Rejected,
    Table Warnings,
    long Transactions
);
