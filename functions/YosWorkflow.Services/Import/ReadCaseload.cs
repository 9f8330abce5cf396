namespace YosWorkflow.Services.Import;

/// <summary>The files as they were read, before anything is compared with what is known.</summary>
/// <param name="Id">The SHA-256 of the files given, in hexadecimal: the same files have the same id.</param>
/// <param name="Staff">staff.csv.</param>
/// <param name="Cases">cases.csv.</param>
/// <param name="Milestones">milestones.csv.</param>
internal sealed record ReadCaseload(
    string Id,
    FileRows<StaffRow> Staff,
    FileRows<CaseRow> Cases,
    FileRows<MilestoneRow> Milestones
)
{
    /// <summary>Whether any of the files was refused, and so all.</summary>
    public bool IsRefused =>
        Staff.Problems.IsRefused || Cases.Problems.IsRefused || Milestones.Problems.IsRefused;

    /// <summary>The report of files that were refused: nothing of them was changed, and their rows don't count.</summary>
    public ImportReport Refusal(long transactions) =>
        new(
            ImportCounts.None,
            [.. Staff.Problems.InOrder, .. Cases.Problems.InOrder, .. Milestones.Problems.InOrder],
            transactions
        )
        {
            IsRefused = true,
        };
}
