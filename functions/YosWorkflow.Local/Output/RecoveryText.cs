using YosWorkflow.Services.Recovery;

namespace YosWorkflow.Local.Output;

/// <summary>What an export, a restore or an erasure did, for people.</summary>
internal static class RecoveryText
{
    private static readonly string[] ExportColumns = ["Table", " Rows", "SHA-256"];
    private static readonly string[] RestoreColumns = ["Table", " Added", " There already", " Other, left"];
    private static readonly string[] ErasureColumns = ["What", " Rows"];

    /// <summary>Writes what an export holds.</summary>
    public static void Write(ExportManifest manifest, LocalContext context) =>
        PlainTable.Write(
            context,
            ExportColumns,
            manifest.Tables.Select(table =>
                new[] { table.Name.ToString(), Words.Number(table.Rows), table.Sha256 }
            )
        );

    /// <summary>Writes what a restore did.</summary>
    public static void Write(RestoreReport report, LocalContext context) =>
        PlainTable.Write(
            context,
            RestoreColumns,
            report.Tables.Select(table =>
                new[]
                {
                    table.Name.ToString(),
                    Words.Number(table.Added),
                    Words.Number(table.Same),
                    Words.Number(table.Different),
                }
            )
        );

    /// <summary>Writes what there was of a case.</summary>
    public static void Write(ErasureReport report, LocalContext context)
    {
        if (report.Found.IsEmpty)
        {
            context.Output.WriteLine("Nothing is stored of that case.");
            return;
        }

        PlainTable.Write(
            context,
            ErasureColumns,
            report.Found.Select(kind => new[] { NameOf(kind.Kind), Words.Number(kind.Rows) })
        );
        foreach (var row in report.Left)
        {
            context.Output.WriteLine($"Only a person can say what becomes of {row}.");
        }

        context.Output.WriteLine(
            report.Erased ? "Erased." : "Nothing was changed. With --confirm it is erased."
        );
    }

    private static string NameOf(CaseTraceKind kind) =>
        kind switch
        {
            CaseTraceKind.Case => "the case with its milestones",
            CaseTraceKind.UnplacedMilestones => "milestones that came before it",
            CaseTraceKind.Told => "what was told about it",
            CaseTraceKind.Acknowledgement => "acknowledgements",
            CaseTraceKind.Notice => "notices that wait for a digest",
            CaseTraceKind.Digest => "digests",
            CaseTraceKind.ImportReport => "reports of imports",
            CaseTraceKind.ChaseReport => "reports of chases",
            CaseTraceKind.Audit => "parts of audits",
            _ => "other rows, which are left",
        };
}
