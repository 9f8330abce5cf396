using YosWorkflow.Core;
using YosWorkflow.Services.Import.Csv;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Import;

/// <summary>
/// Reads the fields of a row as what they have to be, and says of each that is something else what is wrong with it. A required
/// field that is missing is wrong; any other is null.
/// </summary>
internal sealed class RowFields(CaseloadFile file, CsvTable table, ProblemLog problems)
{
    private readonly HashSet<string> required =
    [
        .. FileColumns.Of(file).All.Where(column => column.Required).Select(column => column.Name),
    ];

    /// <summary>Whether anything was wrong with the current row so far.</summary>
    public bool HasFault { get; private set; }

    /// <summary>How many rows were rejected.</summary>
    public int Rejected { get; private set; }

    /// <summary>The line on which the current row begins.</summary>
    public int Line => table.Line;

    /// <summary>Goes to the next row. False at the end.</summary>
    public bool Read()
    {
        HasFault = false;
        return table.Read();
    }

    /// <summary>An identifier: it has to be fit for a key.</summary>
    public string? Id(string column) =>
        Field(column) is { } text && Passes(column, FormulaFault(text) ?? StorageKey.FaultOf(text))
            ? text
            : null;

    /// <summary>Any text, such as a name.</summary>
    public string? Text(string column)
    {
        if (Field(column) is not { } text || !Passes(column, FormulaFault(text) ?? TextFault(text)))
        {
            return null;
        }

        if (text.Contains('\uFFFD', StringComparison.Ordinal))
        {
            problems.Warn(
                Line,
                column,
                text,
                "holds '\uFFFD' where a letter was lost before the file came here"
            );
        }

        return text;
    }

    /// <summary>A date.</summary>
    public DateOnly? Day(string column)
    {
        if (Field(column) is not { } text)
        {
            return null;
        }

        var (day, fault) = FieldDay.Read(text);
        return Passes(column, fault) ? day : null;
    }

    /// <summary>One of the codes of an enumeration.</summary>
    public T? Code<T>(string column)
        where T : struct, Enum
    {
        if (Field(column) is not { } text)
        {
            return null;
        }

        var isCode = Codes<T>.TryRead(text, out var value);
        return Passes(column, isCode ? null : $"is not one of {string.Join(", ", Codes<T>.All)}")
            ? value
            : null;
    }

    /// <summary>Yes or no.</summary>
    public bool? Flag(string column)
    {
        if (Field(column) is not { } text)
        {
            return null;
        }

        var isYes = text is "Y" or "y";
        return Passes(column, isYes || text is "N" or "n" ? null : "is neither Y nor N") ? isYes : null;
    }

    /// <summary>Rejects the current row for something that only several fields together, or several rows, show.</summary>
    public void Reject(string column, string reason)
    {
        Rejected += HasFault ? 0 : 1;
        HasFault = true;
        problems.Reject(Line, column, table.Field(column), reason);
    }

    private static string? FormulaFault(string text) =>
        text[0] is '=' or '+' or '-' or '@' or '\t'
            ? "begins as a formula does; a spreadsheet that opens it would run it"
            : null;

    private static string? TextFault(string text) =>
        text.Length > ImportLimits.MaxText ? $"is longer than {ImportLimits.MaxText} characters"
        : text.Any(char.IsControl) ? "holds a control character"
        : null;

    private string? Field(string column)
    {
        var text = table.Field(column);
        if (text.Length > 0)
        {
            return text;
        }

        if (required.Contains(column))
        {
            Reject(column, "is required, and there is nothing");
        }

        return null;
    }

    private bool Passes(string column, string? fault)
    {
        if (fault is not null)
        {
            Reject(column, fault);
        }

        return fault is null;
    }
}
