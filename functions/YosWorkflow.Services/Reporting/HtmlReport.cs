using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace YosWorkflow.Services.Reporting;

/// <summary>A report as a page that stands by itself: its style and its charts are in it, and it asks for nothing else.</summary>
public static class HtmlReport
{
    private const string Style = """
        html{color:#0b0c0c;background:#fff;font:16px/1.45 Arial,Helvetica,sans-serif}
        body{max-width:960px;margin:0 auto;padding:24px 20px 60px}
        h1{font-size:2rem;line-height:1.2;margin:0 0 4px}
        h2{font-size:1.5rem;line-height:1.25;margin:40px 0 12px;padding-top:12px;border-top:2px solid #12394a;break-after:avoid}
        p,ul{margin:0 0 14px;max-width:46em}
        .about{color:#454a4d;margin-bottom:24px}
        .scroll{overflow-x:auto;margin:18px 0 24px}
        table{border-collapse:collapse;width:100%}
        caption{text-align:left;font-weight:700;padding:0 0 6px}
        th,td{text-align:left;vertical-align:top;padding:7px 14px 7px 0;border-bottom:1px solid #b1b4b6}
        thead th{border-bottom:2px solid #0b0c0c}
        tbody th{font-weight:400}
        td.number{white-space:nowrap}
        .number{text-align:right;font-variant-numeric:tabular-nums}
        .number+:not(.number){padding-left:10px}
        figure{margin:18px 0 24px}
        figcaption{font-weight:700;margin-bottom:6px}
        .yos-chart{display:block;width:100%;min-width:560px;height:auto;border:1px solid #ccd5d9}
        .yos-chart__grid{stroke:#e3e8ea}
        .yos-chart__text{fill:#454a4d;font:14px Arial,Helvetica,sans-serif}
        .yos-chart__text--strong{fill:#0b0c0c;font-weight:700;paint-order:stroke;stroke:#fff;stroke-width:4px}
        .yos-chart__median{stroke:#0b0c0c;stroke-width:2}
        .yos-chart__limit{fill:none;stroke:#6b7a80;stroke-width:1.5;stroke-dasharray:5 4}
        .yos-chart__line{fill:none;stroke:#12394a;stroke-width:2}
        .yos-chart__span{fill:none;stroke:#0b0c0c;stroke-width:1.5}
        .yos-chart__point{fill:#12394a;stroke:#fff;stroke-width:1.5}
        .yos-chart__point--signal{fill:#8a4b00}
        .yos-chart__point--beyond{fill:#b3282d}
        @media print{body{max-width:none;padding:0}.scroll{overflow:visible}tr,figure{break-inside:avoid}thead{display:table-header-group}.yos-chart{min-width:0}}
        @page{size:A4;margin:18mm}
        """;

    /// <summary>The hash of its style, by which a policy can allow this style and no other.</summary>
    public static string StyleHash { get; } =
        "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Normal(Style))));

    internal static byte[] Write(Report report)
    {
        var html = new StringBuilder();
        html.Append("<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
            .Append(Text($"{report.Title} – {report.ServiceName}"))
            .Append(
                "</title>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<style>"
            )
            .Append(Normal(Style))
            .Append("</style>\n</head>\n<body>\n<main>\n<h1>")
            .Append(Text(report.Title))
            .Append("</h1>\n<p class=\"about\">")
            .Append(Text(ReportWords.About(report)))
            .Append("</p>\n");
        foreach (var paragraph in report.Introduction)
        {
            Paragraph(html, paragraph);
        }

        var charts = 0;
        foreach (var section in report.Sections)
        {
            html.Append("<section>\n<h2>").Append(Text(section.Heading)).Append("</h2>\n");
            foreach (var part in section.Parts)
            {
                Write(html, part, ref charts);
            }

            html.Append("</section>\n");
        }

        html.Append("</main>\n</body>\n</html>\n");
        return Encoding.UTF8.GetBytes(html.ToString());
    }

    private static void Write(StringBuilder html, ReportPart part, ref int charts)
    {
        switch (part)
        {
            case ReportText text:
                Paragraph(html, text.Text);
                break;
            case ReportList list:
                html.Append("<ul>\n");
                foreach (var item in list.Items)
                {
                    html.Append("<li>").Append(Text(item)).Append("</li>\n");
                }

                html.Append("</ul>\n");
                break;
            case ReportChart chart:
                charts++;
                html.Append("<figure>\n<figcaption>")
                    .Append(Text(chart.Title))
                    .Append(
                        "</figcaption>\n<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Run chart\">"
                    )
                    .Append(
                        RunChartSvg.Draw(
                            chart.Chart,
                            chart.Months,
                            FormattableString.Invariant($"chart-{charts}"),
                            chart.Title
                        )
                    )
                    .Append("</div>\n</figure>\n");
                break;
            case ReportTable table:
                Write(html, table);
                break;
        }
    }

    private static void Write(StringBuilder html, ReportTable table)
    {
        html.Append("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
            .Append(Text(table.Caption))
            .Append("\">\n<table>\n<caption>")
            .Append(Text(table.Caption))
            .Append("</caption>\n<thead><tr>");
        foreach (var column in table.Columns)
        {
            html.Append("<th scope=\"col\"")
                .Append(ClassOf(column))
                .Append('>')
                .Append(Text(column.Title))
                .Append("</th>");
        }

        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            html.Append("<tr><th scope=\"row\">").Append(Text(row[0].Text)).Append("</th>");
            for (var at = 1; at < row.Length; at++)
            {
                html.Append("<td")
                    .Append(ClassOf(table.Columns[at]))
                    .Append('>')
                    .Append(Text(row[at].Text))
                    .Append("</td>");
            }

            html.Append("</tr>\n");
        }

        html.Append("</tbody>\n</table>\n</div>\n");
    }

    private static string ClassOf(ReportColumn column) => column.IsNumeric ? " class=\"number\"" : "";

    private static void Paragraph(StringBuilder html, string text) =>
        html.Append("<p>").Append(Text(text)).Append("</p>\n");

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    // The hash is of the very bytes, whatever line ends the source was checked out with.
    private static string Normal(string style) => style.ReplaceLineEndings("\n");
}
