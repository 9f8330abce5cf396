namespace YosWorkflow.Services.Storage;

/// <summary>
/// Gives the same string for the same text, so that the few people and places that recur in thousands of cases are held once.
/// For one reader; not for several at once.
/// </summary>
public sealed class StringPool
{
    private readonly HashSet<string> strings;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> bySpan;

    /// <summary>An empty pool.</summary>
    public StringPool()
    {
        strings = new(StringComparer.Ordinal);
        bySpan = strings.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The string of a text.</summary>
    public string Get(ReadOnlySpan<char> text)
    {
        if (!bySpan.TryGetValue(text, out var pooled))
        {
            pooled = text.ToString();
            strings.Add(pooled);
        }

        return pooled;
    }
}
