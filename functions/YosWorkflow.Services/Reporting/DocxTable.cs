using DocumentFormat.OpenXml.Wordprocessing;

namespace YosWorkflow.Services.Reporting;

/// <summary>A report's table in a Word document.</summary>
internal static class DocxTable
{
    private const int PageWidth = 9638;
    private const int FirstColumnsShare = 3;

    public static Table Of(ReportTable table)
    {
        var columns = table.Columns.Length;
        var unit = PageWidth / (columns - 1 + FirstColumnsShare);
        var made = new Table(
            new TableProperties(
                new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
                new TableBorders(
                    new BottomBorder
                    {
                        Val = BorderValues.Single,
                        Size = 4,
                        Color = "B1B4B6",
                    },
                    new InsideHorizontalBorder
                    {
                        Val = BorderValues.Single,
                        Size = 4,
                        Color = "B1B4B6",
                    }
                ),
                new TableLayout { Type = TableLayoutValues.Autofit },
                new TableCellMarginDefault(
                    new TableCellLeftMargin { Width = 0, Type = TableWidthValues.Dxa },
                    new TableCellRightMargin { Width = 100, Type = TableWidthValues.Dxa }
                ),
                new TableLook
                {
                    FirstRow = true,
                    FirstColumn = true,
                    NoHorizontalBand = true,
                    NoVerticalBand = true,
                },
                new TableCaption { Val = table.Caption }
            ),
            new TableGrid(
                Enumerable
                    .Range(0, columns)
                    .Select(at => new GridColumn { Width = Width(at == 0 ? unit * FirstColumnsShare : unit) })
            )
        );
        made.Append(Header(table));
        made.Append(table.Rows.Select(row => RowOf(table, row)));
        return made;
    }

    private static TableRow Header(ReportTable table) =>
        new([
            new TableRowProperties(new CantSplit(), new TableHeader()),
            .. table.Columns.Select(column => CellOf(column.Title, column, isBold: true)),
        ]);

    private static TableRow RowOf(
        ReportTable table,
        System.Collections.Immutable.ImmutableArray<ReportCell> row
    ) =>
        new([
            new TableRowProperties(new CantSplit()),
            .. row.Select((cell, at) => CellOf(cell.Text, table.Columns[at], isBold: false)),
        ]);

    private static TableCell CellOf(string text, ReportColumn column, bool isBold)
    {
        var paragraph = DocxReport.Paragraph(text, DocxStyles.Cell);
        if (column.IsNumeric)
        {
            paragraph.ParagraphProperties!.Append(new Justification { Val = JustificationValues.Right });
        }

        if (isBold)
        {
            paragraph.GetFirstChild<Run>()!.PrependChild(new RunProperties(new Bold()));
        }

        return new TableCell(paragraph);
    }

    private static string Width(int twips) =>
        twips.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
