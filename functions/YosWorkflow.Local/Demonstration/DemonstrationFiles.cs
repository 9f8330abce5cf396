using YosWorkflow.Core;
using YosWorkflow.Services.Import;

namespace YosWorkflow.Local.Demonstration;

/// <summary>
/// The demonstration caseload as files, which are made once and kept: the next morning finds the same caseload a day older, and
/// everything in it that was due has become overdue.
/// </summary>
/// <param name="directory">Where they are kept.</param>
internal sealed class DemonstrationFiles(string directory)
{
    private readonly string dayFile = Path.Combine(directory, "first-morning.txt");

    /// <summary>Makes them, unless they are there.</summary>
    /// <param name="today">The first morning, if they are made.</param>
    /// <returns>Their first morning.</returns>
    /// <exception cref="Core.Calendar.OutsideBankHolidaysException">The bank holidays of a year that it needs are not known.</exception>
    public DateOnly Keep(DateOnly today)
    {
        if (File.Exists(dayFile) && IsoDate.TryParse(File.ReadAllText(dayFile).Trim(), out var first))
        {
            return first;
        }

        var caseload = DemonstrationCaseload.Make(today);
        File.WriteAllText(PathOf(CaseloadFile.Staff), CaseloadCsv.Staff(caseload.Staff));
        File.WriteAllText(PathOf(CaseloadFile.Cases), CaseloadCsv.Cases(caseload.Cases));
        File.WriteAllText(PathOf(CaseloadFile.Milestones), CaseloadCsv.Milestones(caseload.Cases));

        // Written last: while it is missing the others may not be whole.
        File.WriteAllText(dayFile, IsoDate.Format(today) + "\n");
        return today;
    }

    /// <summary>The files to import.</summary>
    public ImportFiles ToImport() =>
        new(
            ImportFile.At(PathOf(CaseloadFile.Staff)),
            ImportFile.At(PathOf(CaseloadFile.Cases)),
            ImportFile.At(PathOf(CaseloadFile.Milestones))
        );

    private string PathOf(CaseloadFile file) => Path.Combine(directory, file.Name());
}
