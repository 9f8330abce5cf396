using System.Globalization;
using CsvHelper;

namespace YosWorkflow.Services.Import.Csv;

/// <summary>
/// A CSV file as rows of named fields. What is no CSV file of the kind that is expected is refused as a whole; a row that can't be
/// read is reported and left out.
/// </summary>
internal sealed class CsvTable : IDisposable
{
    private static readonly char[] Delimiters = [',', ';'];

    private readonly TextLines lines;
    private readonly CsvHeader header;
    private readonly ProblemLog problems;
    private readonly RecordText text;
    private readonly CsvParser parser;

    private CsvTable(TextLines lines, CsvRecords records, CsvHeader header, ProblemLog problems)
    {
        this.lines = lines;
        this.header = header;
        this.problems = problems;
        text = new RecordText(records, RejectRecord);
        parser = new CsvParser(text, CsvHeader.Configuration(header.Delimiter));
    }

    /// <summary>The line on which the current row begins.</summary>
    public int Line { get; private set; }

    /// <summary>How many rows were read, rejected ones included.</summary>
    public int RowsRead { get; private set; }

    /// <summary>How many of them could not be read as rows.</summary>
    public int RowsRejected { get; private set; }

    /// <summary>Opens a file at its first row; null, with the reason among the problems, if it is refused.</summary>
    public static CsvTable? Open(CaseloadFile file, byte[] content, ProblemLog problems)
    {
        if (NotCsv.ReasonFor(content) is { } reason)
        {
            problems.Refuse(line: null, column: null, value: null, reason);
            return null;
        }

        var candidates = Delimiters.Select(delimiter => Candidate(file, content, delimiter)).ToArray();
        var best = candidates.MaxBy(candidate => candidate.Header?.Indexes.Count ?? -1);
        if (best.Header is not { } header || header.Indexes.Count == 0)
        {
            problems.Refuse(
                best.Header?.Line,
                null,
                null,
                $"is not a CSV file with the columns of {file.Name()}"
            );
            return null;
        }

        ReportHeader(header, problems);
        return problems.IsRefused ? null : new CsvTable(best.Lines, best.Records, header, problems);
    }

    /// <summary>Goes to the next row. False at the end.</summary>
    public bool Read()
    {
        while (!problems.IsRefused && parser.Read())
        {
            Line = text.TakeLine();
            Count();
            if (parser.Count <= header.Names.Length || SurplusField() is not { } surplus)
            {
                return !problems.IsRefused;
            }

            RowsRejected++;
            problems.Reject(
                Line,
                null,
                surplus,
                $"is a field more than the {header.Names.Length} of the header"
            );
        }

        ReportEncoding();
        return false;
    }

    /// <summary>The columns that the file has, by the names that the service has for them.</summary>
    public IReadOnlySet<string> Columns => header.Indexes.Keys.ToHashSet(StringComparer.Ordinal);

    /// <summary>
    /// What the current row has in a column, without spaces around it; empty if it has nothing, or the file no such column.
    /// </summary>
    public string Field(string column) =>
        header.Indexes.TryGetValue(column, out var index) && index < parser.Count
            ? parser[index].Trim(' ', '\u00A0')
            : "";

    /// <inheritdoc/>
    public void Dispose()
    {
        parser.Dispose();
        text.Dispose();
    }

    private static (TextLines Lines, CsvRecords Records, CsvHeader? Header) Candidate(
        CaseloadFile file,
        byte[] content,
        char delimiter
    )
    {
        var decoded = new TextLines(content);
        var records = new CsvRecords(decoded, delimiter);
        var found = records.TryRead(out var first);
        // Spreadsheets may say on a line before the header what separates the fields.
        if (found && first.Text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
        {
            found = records.TryRead(out first);
        }

        return (
            decoded,
            records,
            found && first.Fault is null ? CsvHeader.Read(file, first, delimiter) : null
        );
    }

    private static void ReportHeader(CsvHeader header, ProblemLog problems)
    {
        foreach (var column in header.Missing)
        {
            problems.Refuse(header.Line, column.Name, null, "is a required column, and the header lacks it");
        }

        if (header.Ambiguous is { } ambiguous)
        {
            problems.Refuse(header.Line, ambiguous.Name, null, "is what two columns of the file are called");
        }

        foreach (var (index, name) in header.Extra)
        {
            var called =
                name.Length > 0 ? name : $"(column {(index + 1).ToString(CultureInfo.InvariantCulture)})";
            problems.Warn(
                header.Line,
                called,
                null,
                $"is no column of {header.File.Name()} and was left out"
            );
        }
    }

    private void Count()
    {
        RowsRead++;
        if (RowsRead > ImportLimits.MaxRows)
        {
            problems.Refuse(Line, null, null, $"has more than {ImportLimits.MaxRows:N0} rows");
        }
    }

    private void RejectRecord(CsvRecord record)
    {
        Count();
        RowsRejected++;
        problems.Reject(record.Line, null, record.Text, record.Fault!);
    }

    // Spreadsheets write empty fields after the last; anything in them would belong to some column that we can't know.
    private string? SurplusField() =>
        Enumerable
            .Range(header.Names.Length, parser.Count - header.Names.Length)
            .Select(index => parser[index].Trim())
            .FirstOrDefault(field => field.Length > 0);

    private void ReportEncoding()
    {
        if (lines.FirstWindows1252 is not { } first)
        {
            return;
        }

        var sample = first
            .Text.Split(header.Delimiter)
            .First(field => field.Any(c => c > '\u007F'))
            .Trim('"', ' ');
        var others = (lines.Windows1252Lines - 1) switch
        {
            0 => "",
            1 => ", on this and 1 more line",
            var more => $", on this and {more} more lines",
        };
        problems.Warn(
            first.Number,
            null,
            sample,
            $"is not UTF-8 and was read as Windows-1252{others}: please check it"
        );
    }
}
