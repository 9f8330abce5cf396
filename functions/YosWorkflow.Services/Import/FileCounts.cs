using System.Text.Json.Serialization;

namespace YosWorkflow.Services.Import;

/// <summary>What became of a file's rows. Read is the sum of the other four.</summary>
/// <param name="Read">Rows that are not blank, without the header.</param>
/// <param name="Added">Rows that were not known before.</param>
/// <param name="Changed">Rows that were known, and said something else.</param>
/// <param name="Unchanged">Rows that say what was known, or what an earlier row of the file says.</param>
/// <param name="Rejected">Rows that could not be imported; each has its problems.</param>
public sealed record FileCounts(
    [property: JsonPropertyName("read")] int Read,
    [property: JsonPropertyName("added")] int Added,
    [property: JsonPropertyName("changed")] int Changed,
    [property: JsonPropertyName("unchanged")] int Unchanged,
    [property: JsonPropertyName("rejected")] int Rejected
)
{
    /// <summary>Nothing read.</summary>
    public static FileCounts None { get; } = new(0, 0, 0, 0, 0);
}
