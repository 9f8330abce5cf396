using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace YosWorkflow.Services.Reporting;

/// <summary>
/// A report as a Word document: real headings, so that it has an outline; tables whose header row comes again on each page; charts that Word
/// draws, with their words for who can't see them.
/// </summary>
internal static class DocxReport
{
    private const string English = "en-GB";

    public static byte[] Write(Report report)
    {
        using var bytes = new MemoryStream();
        using (var document = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            var properties = document.PackageProperties;
            (properties.Title, properties.Creator, properties.Language) = (
                report.Title,
                report.ServiceName,
                English
            );
            properties.Created = report.MadeOn.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
            var main = document.AddMainDocumentPart();
            DocxStyles.AddTo(main, English);
            var body = new Body();
            Write(main, body, report);
            body.Append(Page(main));
            main.Document = new Document(body);
        }

        return bytes.ToArray();
    }

    private static void Write(MainDocumentPart main, Body body, Report report)
    {
        body.Append(
            Paragraph(report.Title, DocxStyles.Title),
            Paragraph(ReportWords.About(report), DocxStyles.About)
        );
        body.Append(report.Introduction.Select(text => Paragraph(text)));
        var charts = 0;
        foreach (var section in report.Sections)
        {
            body.Append(Paragraph(section.Heading, DocxStyles.Heading));
            foreach (var part in section.Parts)
            {
                switch (part)
                {
                    case ReportText text:
                        body.Append(Paragraph(text.Text));
                        break;
                    case ReportList list:
                        body.Append(list.Items.Select(item => Paragraph(item, DocxStyles.Bullet)));
                        break;
                    case ReportChart chart:
                        body.Append(Paragraph(chart.Title, DocxStyles.Caption));
                        body.Append(new Paragraph(new Run(DocxChart.Draw(main, chart, ++charts))));
                        break;
                    case ReportTable table:
                        body.Append(Paragraph(table.Caption, DocxStyles.Caption));
                        body.Append(DocxTable.Of(table), Paragraph(""));
                        break;
                }
            }
        }
    }

    internal static Paragraph Paragraph(string text, string? style = null)
    {
        var run = new Run(new Text(text) { Space = SpaceProcessingModeValues.Preserve });
        return style is null
            ? new Paragraph(run)
            : new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style }), run);
    }

    // A4 with the page's number at its foot.
    private static SectionProperties Page(MainDocumentPart main)
    {
        var footer = main.AddNewPart<FooterPart>();
        footer.Footer = new Footer(
            new Paragraph(
                new ParagraphProperties(new Justification { Val = JustificationValues.Right }),
                new Run(new Text("Page ") { Space = SpaceProcessingModeValues.Preserve }),
                new SimpleField(new Run(new Text("1"))) { Instruction = " PAGE " }
            )
        );
        return new SectionProperties(
            new FooterReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(footer) },
            new PageSize { Width = 11906, Height = 16838 },
            new PageMargin
            {
                Top = 1134,
                Bottom = 1134,
                Left = 1134,
                Right = 1134,
                Header = 567,
                Footer = 567,
                Gutter = 0,
            }
        );
    }
}
