using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using YosWorkflow.Core;
using YosWorkflow.Core.Standards;
using YosWorkflow.Services.Chasing;

namespace YosWorkflow.Local.Output;

/// <summary>
/// Obligations as CSV. A spreadsheet would run a text that begins with <c>= + - @</c> or a tab, so such a text gets an apostrophe
/// before it. Only references and staff ids can begin so, and an import lets none in; what is here is for what came otherwise.
/// </summary>
internal static class ObligationCsv
{
    private static readonly CsvConfiguration Form = new(CultureInfo.InvariantCulture)
    {
        NewLine = "\n",
        InjectionOptions = InjectionOptions.Escape,
    };

    /// <summary>Writes them, with a header.</summary>
    public static void Write(ObligationList found, TextWriter output)
    {
        using var csv = new CsvWriter(output, Form, leaveOpen: true);
        Row(csv, "case_ref", "rule_id", "due_on", "status", "met_on", "owed_by_id", "working_days_overdue");
        foreach (var (owed, _) in found.Obligations)
        {
            Row(
                csv,
                owed.Case.CaseRef,
                owed.Rule.RuleId,
                IsoDate.Format(owed.DueOn),
                Codes<ObligationStatus>.Of(owed.Status),
                owed.MetOn is { } met ? IsoDate.Format(met) : "",
                owed.OwedById,
                owed.WorkingDaysOverdue.ToString(CultureInfo.InvariantCulture)
            );
        }
    }

    private static void Row(CsvWriter csv, params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
        {
            csv.WriteField(field);
        }

        csv.NextRecord();
    }
}
