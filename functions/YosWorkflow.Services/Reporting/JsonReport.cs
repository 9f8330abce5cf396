using System.Text.Encodings.Web;
using System.Text.Json;
using YosWorkflow.Core;

namespace YosWorkflow.Services.Reporting;

/// <summary>
/// A report as JSON: its words, and its tables by row with a member for each column. A number that is not shown is null, and what is said
/// instead stands under <c>not_shown</c> of the row.
/// </summary>
internal static class JsonReport
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] Write(Report report)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteString("report", Codes<ReportKind>.Of(report.Kind));
            json.WriteString("title", report.Title);
            json.WriteString("service", report.ServiceName);
            json.WriteString("from", IsoDate.Format(report.Period.From));
            json.WriteString("to", IsoDate.Format(report.Period.To));
            json.WriteString("made_on", IsoDate.Format(report.MadeOn));
            Texts(json, "introduction", report.Introduction);
            json.WriteStartArray("sections");
            foreach (var section in report.Sections)
            {
                Write(json, section);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    private static void Write(Utf8JsonWriter json, ReportSection section)
    {
        json.WriteStartObject();
        json.WriteString("heading", section.Heading);
        Texts(json, "text", section.Parts.SelectMany(TextsOf));
        json.WriteStartArray("charts");
        foreach (var chart in section.Parts.OfType<ReportChart>())
        {
            Write(json, chart);
        }

        json.WriteEndArray();
        json.WriteStartArray("tables");
        foreach (var table in section.Parts.OfType<ReportTable>())
        {
            Write(json, table);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static IEnumerable<string> TextsOf(ReportPart part) =>
        part switch
        {
            ReportText text => [text.Text],
            ReportList list => list.Items,
            _ => [],
        };

    private static void Write(Utf8JsonWriter json, ReportChart chart)
    {
        json.WriteStartObject();
        json.WriteString("title", chart.Title);
        json.WriteString("words", chart.Words);
        Number(json, "median", chart.Chart.Median);
        Number(json, "mean", chart.Chart.Mean);
        json.WriteStartArray("signals");
        foreach (var span in chart.Chart.Spans)
        {
            json.WriteStartObject();
            json.WriteString("kind", span.Kind == Core.Learning.RunSignals.Shift ? "shift" : "trend");
            json.WriteString("direction", span.IsUp ? "up" : "down");
            json.WriteString("from", IsoMonth.Format(span.From));
            json.WriteString("to", IsoMonth.Format(span.To));
            json.WriteNumber("points", span.Points);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ReportTable table)
    {
        json.WriteStartObject();
        json.WriteString("id", table.Id);
        json.WriteString("caption", table.Caption);
        json.WriteStartArray("rows");
        foreach (var row in table.Rows)
        {
            json.WriteStartObject();
            for (var at = 0; at < row.Length; at++)
            {
                json.WritePropertyName(table.Columns[at].Id);
                JsonSerializer.Serialize(json, row[at].Value);
            }

            NotShown(json, table, row);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void NotShown(
        Utf8JsonWriter json,
        ReportTable table,
        System.Collections.Immutable.ImmutableArray<ReportCell> row
    )
    {
        var hidden = Enumerable
            .Range(0, row.Length)
            .Where(at => row[at].Value is null && row[at].Text != "–")
            .ToArray();
        if (hidden.Length == 0)
        {
            return;
        }

        json.WriteStartObject("not_shown");
        foreach (var at in hidden)
        {
            json.WriteString(table.Columns[at].Id, row[at].Text);
        }

        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } known)
        {
            json.WriteNumber(name, Math.Round(known, 3));
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
