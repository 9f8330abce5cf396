using System.Globalization;
using YosWorkflow.Core;
using YosWorkflow.Services.Auditing;

namespace YosWorkflow.Local.Output;

/// <summary>A sample for people: what was drawn from what, who audits it, and what its size can tell.</summary>
internal static class SampleText
{
    private static readonly string[] StratumColumns = ["Stratum", " Cases", " Drawn"];
    private static readonly string[] CaseColumns = ["Case", "Stratum", "Auditor"];

    /// <summary>Writes a sample.</summary>
    public static void Write(SampledRound sampled, bool isDry, LocalContext context)
    {
        var report = sampled.Report;
        var round = sampled.Round;
        context.Output.WriteLine(
            $"{(isDry && sampled.IsNew ? "Dry run of " : "")}{round.Programme.Title}, {report.Month}, as of {PlainDate.WithWeekday(report.AsOf)}"
        );
        context.Output.WriteLine(
            $"{Words.Number(report.Size)} of {Words.Count(report.FrameSize, "case")} drawn; returns are due on {PlainDate.WithWeekday(round.Dates.ReturnsDueOn)}, and the round closes on {PlainDate.WithWeekday(round.Dates.ClosesOn)}."
        );
        context.Output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"A share found in it is within {round.HalfWidth * 100:0.0} percentage points of the frame's, 95 times of 100."
            )
        );
        context.Output.WriteLine($"Seed {report.Seed}, frame {report.FrameHash}");
        PlainTable.Write(
            context,
            StratumColumns,
            report.Strata.Select(one => new[] { one.Name, Words.Number(one.Size), Words.Number(one.Drawn) })
        );
        PlainTable.Write(
            context,
            CaseColumns,
            report.Cases.Select(one => new[] { one.CaseRef, one.Stratum, one.AuditorId ?? "nobody" })
        );
        foreach (var (caseRef, reason) in report.Unallocated)
        {
            context.Output.WriteLine($"Nobody audits {caseRef}: {reason}");
        }
    }

    /// <summary>Writes whether a published sample holds.</summary>
    public static void Write(SampleReport published, CheckedDraw check, TextWriter output)
    {
        output.WriteLine(
            check.Holds
                ? $"{published.Programme}, {published.Month}: the draw holds. By its seed, {Words.Count(published.Cases.Length, "case")} of the {Words.Number(check.FrameSize)} in the frame are drawn, and they are those published."
                : $"{published.Programme}, {published.Month}: the draw does not hold."
        );
        foreach (var fault in check.Faults)
        {
            output.WriteLine($"  {fault}");
        }

        output.WriteLine(
            check.Origin switch
            {
                FrameOrigin.Published => "The frame is the one published with it.",
                FrameOrigin.Kept => "The frame is the one kept with the round.",
                _ => "The frame is that of the caseload as it is now; a later import may have changed it.",
            }
        );
    }
}
