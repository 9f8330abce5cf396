namespace YosWorkflow.Core.Audits;

/// <summary>
/// Sorts texts in ordinal order. A frame usually comes in that order already, and where it does not, comparing the first
/// characters as one number is several times as fast as comparing strings; only those alike so far are compared whole.
/// </summary>
internal static class OrdinalOrder
{
    private const int PrefixLength = 8;

    public static void Sort(string[] texts)
    {
        if (IsSorted(texts))
        {
            return;
        }

        if (!TryPrefixes(texts, out var prefixes))
        {
            Array.Sort(texts, StringComparer.Ordinal);
            return;
        }

        Array.Sort(prefixes, texts);
        for (var start = 0; start < texts.Length; )
        {
            var end = start + 1;
            while (end < texts.Length && prefixes[end] == prefixes[start])
            {
                end++;
            }

            texts.AsSpan(start, end - start).Sort(StringComparer.Ordinal);
            start = end;
        }
    }

    private static bool IsSorted(string[] texts)
    {
        for (var index = 1; index < texts.Length; index++)
        {
            if (string.CompareOrdinal(texts[index - 1], texts[index]) > 0)
            {
                return false;
            }
        }

        return true;
    }

    // Eight ASCII characters fit a number whose order is theirs; a shorter text is filled up with zeros, which come first.
    private static bool TryPrefixes(string[] texts, out ulong[] prefixes)
    {
        prefixes = new ulong[texts.Length];
        for (var index = 0; index < texts.Length; index++)
        {
            var text = texts[index];
            var prefix = 0UL;
            for (var at = 0; at < PrefixLength; at++)
            {
                var character = at < text.Length ? text[at] : '\0';
                if (character > 0x7f)
                {
                    return false;
                }

                prefix = (prefix << 8) | character;
            }

            prefixes[index] = prefix;
        }

        return true;
    }
}
