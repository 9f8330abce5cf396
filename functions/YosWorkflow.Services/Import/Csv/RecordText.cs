namespace YosWorkflow.Services.Import.Csv;

/// <summary>
/// Gives the well-formed rows of a file to the parser, one after another, and remembers on which line each began. Rows that are
/// not well-formed are reported and left out.
/// </summary>
internal sealed class RecordText(CsvRecords records, Action<CsvRecord> report) : TextReader
{
    private readonly Queue<int> lines = [];
    private string current = "";
    private int position;

    /// <summary>The line on which the next row that the parser gives began.</summary>
    public int TakeLine() => lines.Dequeue();

    /// <inheritdoc/>
    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    /// <inheritdoc/>
    public override int Read(Span<char> buffer)
    {
        if (position == current.Length && !MoveNext())
        {
            return 0;
        }

        var copied = Math.Min(buffer.Length, current.Length - position);
        current.AsSpan(position, copied).CopyTo(buffer);
        position += copied;
        return copied;
    }

    private bool MoveNext()
    {
        while (records.TryRead(out var record))
        {
            if (record.Fault is null)
            {
                lines.Enqueue(record.Line);
                current = record.Text + "\n";
                position = 0;
                return true;
            }

            report(record);
        }

        return false;
    }
}
