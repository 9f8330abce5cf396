using System.Text;

namespace YosWorkflow.Services.Import.Csv;

/// <summary>A row of a CSV file as text, which may run over several lines.</summary>
/// <param name="Line">The line on which it begins.</param>
/// <param name="Text">Its text, with its quotation marks.</param>
/// <param name="Fault">Why it is not one, as the end of a sentence; null if it is.</param>
internal readonly record struct CsvRecord(int Line, string Text, string? Fault);

/// <summary>
/// Finds where each row of a CSV file begins and ends by RFC 4180's rules for quotation marks, and keeps what breaks them to the
/// line it is on: a mark that is never closed would otherwise swallow every row after it.
/// </summary>
internal sealed class CsvRecords(TextLines lines, char delimiter)
{
    private const string Unclosed = "opens a quotation mark that is not closed";
    private const string Misplaced =
        "has a quotation mark in the middle of a field; a field with one is put in quotation marks, and the mark doubled";

    private readonly List<TextLine> ahead = [];

    private enum Place
    {
        FieldStart,
        Unquoted,
        Quoted,
        MarkInQuoted,
        Fault,
    }

    public bool TryRead(out CsvRecord record)
    {
        while (Peek(0) is { } first)
        {
            record = Frame(first, out var lineCount);
            ahead.RemoveRange(0, lineCount);
            if (record.Fault is not null || !IsBlank(record.Text))
            {
                return true;
            }
        }

        record = default;
        return false;
    }

    private CsvRecord Frame(TextLine first, out int lineCount)
    {
        lineCount = 1;
        if (first.IsTooLong)
        {
            return new(first.Number, "", $"is longer than {ImportLimits.MaxLineBytes:N0} bytes");
        }

        var place = Scan(first.Text, Place.FieldStart);
        if (place == Place.Fault)
        {
            return new(first.Number, first.Text, Misplaced);
        }

        if (place != Place.Quoted)
        {
            return new(first.Number, first.Text, null);
        }

        return Join(first, out lineCount) is { } joined
            ? new(first.Number, joined, null)
            : new(first.Number, first.Text, Unclosed);
    }

    // The row that goes on from its first line inside quotation marks; null, and one line, if that does not end as it should.
    private string? Join(TextLine first, out int lineCount)
    {
        var text = new StringBuilder(first.Text);
        var place = Place.Quoted;
        for (lineCount = 1; place == Place.Quoted && lineCount < ImportLimits.MaxLinesARow; lineCount++)
        {
            if (Peek(lineCount) is not { IsTooLong: false } next)
            {
                break;
            }

            text.Append('\n').Append(next.Text);
            place = Scan(next.Text, place);
        }

        if (place is not (Place.Quoted or Place.Fault))
        {
            return text.ToString();
        }

        lineCount = 1;
        return null;
    }

    private TextLine? Peek(int index)
    {
        while (ahead.Count <= index)
        {
            if (!lines.TryRead(out var line))
            {
                return null;
            }

            ahead.Add(line);
        }

        return ahead[index];
    }

    private Place Scan(string text, Place place)
    {
        if (!text.Contains('"', StringComparison.Ordinal))
        {
            return place == Place.Quoted ? Place.Quoted : Place.Unquoted;
        }

        foreach (var c in text)
        {
            place = After(place, c);
            if (place == Place.Fault)
            {
                return place;
            }
        }

        return place;
    }

    private Place After(Place place, char c) =>
        place switch
        {
            Place.Quoted => c == '"' ? Place.MarkInQuoted : Place.Quoted,
            _ when c == delimiter => Place.FieldStart,
            Place.FieldStart when c == '"' => Place.Quoted,
            Place.FieldStart => Place.Unquoted,
            Place.Unquoted when c != '"' => Place.Unquoted,
            Place.MarkInQuoted when c == '"' => Place.Quoted,
            _ => Place.Fault,
        };

    // A line of delimiters only is what spreadsheets write for rows that were emptied.
    private bool IsBlank(string text) => text.All(c => c == delimiter || c == '"' || char.IsWhiteSpace(c));
}
