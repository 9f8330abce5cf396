using YosWorkflow.Core;
using YosWorkflow.Services.Retention;

namespace YosWorkflow.Local.Output;

/// <summary>What a purge did, for people.</summary>
internal static class PurgeText
{
    private static readonly string[] Columns = ["What", "Older than", " Rows"];

    /// <summary>Writes it.</summary>
    public static void Write(PurgeReport report, LocalContext context)
    {
        PlainTable.Write(
            context,
            Columns,
            report.Kinds.Select(kind =>
                new[] { NameOf(kind.Kind), PlainDate.Format(kind.Before), Words.Number(kind.Rows) }
            )
        );
        context.Output.WriteLine(report.DryRun ? "Nothing was changed." : "Purged.");
    }

    private static string NameOf(PurgedKind kind) =>
        kind switch
        {
            PurgedKind.Cases => "cases that are over",
            PurgedKind.Told => "what was told and acknowledged on them",
            PurgedKind.AuditRounds => "audit rounds, all their rows",
            PurgedKind.Digests => "digests",
            PurgedKind.Runs => "runs of chases and imports",
            PurgedKind.StagedFiles => "files of imports that broke off",
            _ => "milestones whose case never came",
        };
}
