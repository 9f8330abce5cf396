using System.Buffers;
using System.Text;

namespace YosWorkflow.Web.Pages.Tables;

/// <summary>A table as a CSV file that a spreadsheet can open without running anything in it.</summary>
internal static class CsvText
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",;\"\r\n\t");

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

    /// <summary>
    /// A field. What a spreadsheet would take for a formula begins with an apostrophe, by which it is taken for text; so does what
    /// hides one behind blanks.
    /// </summary>
    internal static string Field(string text)
    {
        var safe = IsFormula(text) ? "'" + text : text;
        return safe.AsSpan().ContainsAny(Quoted) || safe != safe.Trim()
            ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : safe;
    }

    private static bool IsFormula(string text) =>
        text.TrimStart() is [('=' or '+' or '-' or '@' or '|' or '%' or '＝' or '＋' or '－' or '＠'), ..]
        || text is [('\t' or '\r' or '\n'), ..];

    private static string Plain(Cell cell) =>
        cell.Text == "–" ? ""
        : cell.Note is { } note ? $"{cell.Text} ({note})"
        : cell.Text;

    private static void Append(StringBuilder text, IEnumerable<string> fields) =>
        text.AppendJoin(',', fields.Select(Field)).Append("\r\n");
}
