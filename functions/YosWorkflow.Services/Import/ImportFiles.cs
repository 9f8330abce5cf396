namespace YosWorkflow.Services.Import;

/// <summary>What is to be imported: one to three files.</summary>
/// <param name="Staff">staff.csv, or null.</param>
/// <param name="Cases">cases.csv, or null.</param>
/// <param name="Milestones">milestones.csv, or null.</param>
public sealed record ImportFiles(
    ImportFile? Staff = null,
    ImportFile? Cases = null,
    ImportFile? Milestones = null
)
{
    /// <summary>The files there are, in the order in which they are read.</summary>
    public IEnumerable<(CaseloadFile Which, ImportFile File)> Given =>
        new (CaseloadFile, ImportFile?)[]
        {
            (CaseloadFile.Staff, Staff),
            (CaseloadFile.Cases, Cases),
            (CaseloadFile.Milestones, Milestones),
        }
            .Where(one => one.Item2 is not null)
            .Select(one => (one.Item1, one.Item2!));
}
