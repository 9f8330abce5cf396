using Azure.Data.Tables;

namespace YosWorkflow.Services.Storage;

/// <summary>
/// Texts that may be longer than a property of Table Storage can hold (32,768 characters), split over several properties
/// <c>Name0</c>, <c>Name1</c> and so on.
/// </summary>
internal static class SplitText
{
    private const int LongestPart = 30_000;

    /// <summary>Writes a text.</summary>
    public static void Write(TableEntity entity, string name, string text)
    {
        for (int part = 0, start = 0; start < text.Length; part++, start += LongestPart)
        {
            entity[name + part] = text.Substring(start, Math.Min(LongestPart, text.Length - start));
        }
    }

    /// <summary>Reads a text; empty if there is none.</summary>
    public static string Read(TableEntity entity, string name)
    {
        var first = entity.GetString(name + 0) ?? "";
        if (first.Length < LongestPart)
        {
            return first;
        }

        var parts = new List<string> { first };
        while (entity.GetString(name + parts.Count) is { } next)
        {
            parts.Add(next);
        }

        return string.Concat(parts);
    }
}
