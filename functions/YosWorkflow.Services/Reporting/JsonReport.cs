using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using YosWorkflow.Core.Learning;

namespace YosWorkflow.Services.Reporting;

/// <summary>
/// A report as JSON: its words, and its tables by row with a member for each column. A number that is not shown is null, and what is said
/// instead stands under <c>not_shown</c> of the row.
/// </summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    public static byte[] Write(Report report) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new ReportDocument(
                report.Kind,
                report.Title,
                report.ServiceName,
                report.Period.From,
                report.Period.To,
                report.MadeOn,
                report.Introduction,
                [.. report.Sections.Select(SectionOf)]
            ),
            Options
        );

    private static ReportDocumentSection SectionOf(ReportSection section) =>
        new(
            section.Heading,
            [.. section.Parts.SelectMany(TextsOf)],
            [.. section.Parts.OfType<ReportChart>().Select(ChartOf)],
            [
                .. section
                    .Parts.OfType<ReportTable>()
                    .Select(table => new ReportDocumentTable(
                        table.Id,
                        table.Caption,
                        [.. table.Rows.Select(row => RowOf(table, row))]
                    )),
            ]
        );

    private static IEnumerable<string> TextsOf(ReportPart part) =>
        part switch
        {
            ReportText text => [text.Text],
            ReportList list => list.Items,
            _ => [],
        };

    private static ReportDocumentChart ChartOf(ReportChart chart) =>
        new(
            chart.Title,
            chart.Words,
            Rounded(chart.Chart.Median),
            Rounded(chart.Chart.Mean),
            [
                .. chart.Chart.Spans.Select(span => new ReportDocumentSignal(
                    span.Kind == RunSignals.Shift ? "shift" : "trend",
                    span.IsUp ? "up" : "down",
                    span.From,
                    span.To,
                    span.Points
                )),
            ]
        );

    private static double? Rounded(double? share) => share is { } known ? Math.Round(known, 3) : null;

    private static JsonObject RowOf(ReportTable table, ImmutableArray<ReportCell> row)
    {
        var (written, hidden) = (new JsonObject(), new JsonObject());
        for (var at = 0; at < row.Length; at++)
        {
            var cell = row[at];
            written[table.Columns[at].Id] = JsonSerializer.SerializeToNode(cell.Value);
            if (cell.Value is null && cell.Text != "–")
            {
                hidden[table.Columns[at].Id] = cell.Text;
            }
        }

        if (hidden.Count > 0)
        {
            written["not_shown"] = hidden;
        }

        return written;
    }
}
