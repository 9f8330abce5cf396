using System.Collections.Immutable;
using System.Globalization;
using YosWorkflow.Services.Import;
using YosWorkflow.Web.Pages.Tables;

namespace YosWorkflow.Web.Pages.Import;

/// <summary>The tables of an import's report, or of what one would do.</summary>
internal static class ImportTables
{
    /// <summary>What becomes of the rows, a line for each file that was given.</summary>
    public static Table Counts(ImportReport report) =>
        new(
            "counts",
            "What becomes of the rows",
            [
                new("File"),
                Column.OfNumbers("Read"),
                Column.OfNumbers("Added"),
                Column.OfNumbers("Changed"),
                Column.OfNumbers("Unchanged"),
                Column.OfNumbers("Rejected"),
            ],
            [
                .. new (string Name, FileCounts Counts)[]
                {
                    ("Staff", report.Files.Staff),
                    ("Cases", report.Files.Cases),
                    ("Milestones", report.Files.Milestones),
                }
                    .Where(file => file.Counts.Read > 0)
                    .Select(file => Row(file.Name, file.Counts)),
            ]
        );

    /// <summary>The rows that are rejected, and what else is wrong with a file as a whole.</summary>
    public static Table Rejected(ImportReport report) =>
        Problems("rejected", "Rejected rows", report, ProblemSeverity.Rejected);

    /// <summary>What is imported all the same, and should be looked at.</summary>
    public static Table Warnings(ImportReport report) =>
        Problems("warnings", "Imported, and to be looked at", report, ProblemSeverity.Warning);

    private static ImmutableArray<Cell> Row(string name, FileCounts counts) =>
        [
            name,
            Cell.Of(counts.Read),
            Cell.OrDash(counts.Added),
            Cell.OrDash(counts.Changed),
            Cell.OrDash(counts.Unchanged),
            Cell.OrDash(counts.Rejected),
        ];

    private static Table Problems(string id, string caption, ImportReport report, ProblemSeverity severity) =>
        new(
            id,
            caption,
            [new("File"), Column.OfNumbers("Line"), new("Column"), new("Value"), new("What is wrong")],
            [
                .. report
                    .Problems.Where(problem => problem.Severity == severity)
                    .Select(problem =>
                        (ImmutableArray<Cell>)
                            [
                                problem.File,
                                problem.Line?.ToString(CultureInfo.InvariantCulture) ?? "–",
                                problem.Column ?? "–",
                                problem.Value ?? "–",
                                problem.Reason,
                            ]
                    ),
            ]
        );
}
