using System.Globalization;
using System.Text;

namespace YosWorkflow.Services.Reporting;

/// <summary>
/// The figures of a report as one table that programs and spreadsheets can take apart: a line for each figure, with the table, the row and
/// the column that it stands in.
/// </summary>
internal static class CsvReport
{
    public static byte[] Write(Report report)
    {
        // By the byte order mark Excel knows the encoding.
        var text = new StringBuilder("\uFEFFtable,row,column,value\r\n");
        foreach (var table in report.Tables)
        {
            foreach (var row in table.Rows)
            {
                for (var at = 1; at < row.Length; at++)
                {
                    text.AppendJoin(
                            ',',
                            new[] { table.Id, row[0].Text, table.Columns[at].Id, Value(row[at]) }.Select(
                                CsvField.Of
                            )
                        )
                        .Append("\r\n");
                }
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    // What is not shown says so; a dash is nothing at all.
    private static string Value(ReportCell cell) =>
        cell.Value is { } value ? Convert.ToString(value, CultureInfo.InvariantCulture)!
        : cell.Text == "–" ? ""
        : cell.Text;
}
