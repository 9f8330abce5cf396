using System.Globalization;
using YosWorkflow.Core;
using YosWorkflow.Services.Import;

namespace YosWorkflow.Local.Output;

/// <summary>What an import did, for people: what became of the rows, and what is wrong.</summary>
internal static class ImportText
{
    private const int MostProblems = 20;

    private static readonly string[] FileColumns =
    [
        "File",
        " Read",
        " Added",
        " Changed",
        " Unchanged",
        " Rejected",
    ];
    private static readonly string[] ProblemColumns =
    [
        "File",
        " Line",
        "Column",
        "Value",
        "What is wrong",
        "",
    ];

    /// <summary>Writes it.</summary>
    public static void Write(ImportReport report, LocalContext context)
    {
        if (report.IsRefused)
        {
            context.Output.WriteLine("Refused: nothing was changed.");
        }
        else
        {
            PlainTable.Write(
                context,
                FileColumns,
                [
                    Row(CaseloadFile.Staff, report.Files.Staff),
                    Row(CaseloadFile.Cases, report.Files.Cases),
                    Row(CaseloadFile.Milestones, report.Files.Milestones),
                ]
            );
        }

        WriteProblems(report, context);
        context.Output.WriteLine($"{Words.Count(report.Transactions, "storage transaction")}.");
    }

    private static void WriteProblems(ImportReport report, LocalContext context)
    {
        if (report.Problems.IsEmpty)
        {
            context.Output.WriteLine("Nothing is wrong with any row.");
            return;
        }

        PlainTable.Write(
            context,
            ProblemColumns,
            report
                .Problems.Take(MostProblems)
                .Select(problem =>
                    new[]
                    {
                        problem.File,
                        problem.Line?.ToString(CultureInfo.InvariantCulture) ?? "",
                        problem.Column ?? "",
                        problem.Value ?? "",
                        problem.Reason,
                        Codes<ProblemSeverity>.Of(problem.Severity),
                    }
                )
        );
        if (report.Problems.Length > MostProblems)
        {
            context.Output.WriteLine(
                $"And {Words.Number(report.Problems.Length - MostProblems)} more; --format json has them all."
            );
        }
    }

    private static string[] Row(CaseloadFile file, FileCounts counts) =>
        [
            file.Name(),
            Words.Number(counts.Read),
            Words.Number(counts.Added),
            Words.Number(counts.Changed),
            Words.Number(counts.Unchanged),
            Words.Number(counts.Rejected),
        ];
}
