namespace YosWorkflow.Services.Import;

/// <summary>Remembers on which line each identifier was first, so that a second row for it can be rejected.</summary>
internal sealed class FirstLines(string column)
{
    private readonly Dictionary<string, int> lines = new(StringComparer.Ordinal);

    /// <summary>
    /// Rejects the current row if an earlier one that was accepted has the same identifier. To be called when everything else
    /// about the row has been checked.
    /// </summary>
    public void RejectRepeated(RowFields fields, string? id)
    {
        if (id is null)
        {
            return;
        }

        if (lines.TryGetValue(id, out var first))
        {
            fields.Reject(column, $"is on line {first} already");
        }
        else if (!fields.HasFault)
        {
            lines.Add(id, fields.Line);
        }
    }
}
