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
                new[] { PurgedWords.Of(kind.Kind), PlainDate.Format(kind.Before), Words.Number(kind.Rows) }
            )
        );
        context.Output.WriteLine(report.DryRun ? "Nothing was changed." : "Purged.");
    }
}
