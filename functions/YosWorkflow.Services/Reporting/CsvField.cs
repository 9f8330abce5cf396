using System.Buffers;

namespace YosWorkflow.Services.Reporting;

/// <summary>A field of a CSV file that a spreadsheet can open without running anything in it.</summary>
public static class CsvField
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",;\"\r\n\t");

    /// <summary>
    /// The field. What a spreadsheet would take for a formula begins with an apostrophe, by which it is taken for text; so does what
    /// hides one behind blanks.
    /// </summary>
    public static string Of(string text)
    {
        var safe = IsFormula(text) ? "'" + text : text;
        return safe.AsSpan().ContainsAny(Quoted) || safe != safe.Trim()
            ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : safe;
    }

    private static bool IsFormula(string text) =>
        text.TrimStart() is [('=' or '+' or '-' or '@' or '|' or '%' or '＝' or '＋' or '－' or '＠'), ..]
        || text is [('\t' or '\r' or '\n'), ..];
}
