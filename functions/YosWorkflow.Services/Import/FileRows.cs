using YosWorkflow.Services.Import.Csv;

namespace YosWorkflow.Services.Import;

/// <summary>What was read of a file.</summary>
/// <param name="Rows">The rows that were understood, in the order of the file.</param>
/// <param name="Columns">The columns that the file has, by the names that the service has for them.</param>
/// <param name="Read">How many rows there were.</param>
/// <param name="Rejected">How many of them were rejected.</param>
/// <param name="Problems">What is wrong.</param>
internal sealed record FileRows<T>(
    IReadOnlyList<T> Rows,
    IReadOnlySet<string> Columns,
    int Read,
    int Rejected,
    ProblemLog Problems
)
    where T : class
{
    /// <summary>Reads a file.</summary>
    /// <param name="file">Which it is.</param>
    /// <param name="content">Its bytes; null if it was not given.</param>
    /// <param name="problems">Where to say what is wrong; it may have been refused already.</param>
    /// <param name="readRow">Reads a row; null if it was rejected.</param>
    public static FileRows<T> Of(
        CaseloadFile file,
        byte[]? content,
        ProblemLog problems,
        Func<RowFields, T?> readRow
    )
    {
        using var table =
            content is null || problems.IsRefused ? null : CsvTable.Open(file, content, problems);
        if (table is null)
        {
            return new([], new HashSet<string>(), 0, 0, problems);
        }

        var rows = new List<T>();
        var fields = new RowFields(file, table, problems);
        while (fields.Read())
        {
            if (readRow(fields) is { } row)
            {
                rows.Add(row);
            }
        }

        return new(rows, table.Columns, table.RowsRead, table.RowsRejected + fields.Rejected, problems);
    }
}
