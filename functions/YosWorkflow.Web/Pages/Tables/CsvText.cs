using System.Text;
using YosWorkflow.Services.Reporting;

namespace YosWorkflow.Web.Pages.Tables;

/// <summary>A table as a CSV file that a spreadsheet can open without running anything in it.</summary>
internal static class CsvText
{
    /// <summary>The file: a byte order mark, by which Excel knows the encoding, then a line for the header and one for each row.</summary>
    public static byte[] Write(Table table)
    {
        var text = new StringBuilder().Append('\uFEFF');
        Append(text, table.Columns.Select(column => column.Title));
        foreach (var row in table.Rows)
        {
            Append(text, row.Select(Plain));
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Plain(Cell cell) =>
        cell.Text == "–" ? ""
        : cell.Note is { } note ? $"{cell.Text} ({note})"
        : cell.Text;

    private static void Append(StringBuilder text, IEnumerable<string> fields) =>
        text.AppendJoin(',', fields.Select(CsvField.Of)).Append("\r\n");
}
