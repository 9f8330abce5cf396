using System.Text.RegularExpressions;

namespace YosWorkflow.Services.Delivery;

/// <summary>
/// What a provider or a mail server said, as it may be kept, shown and logged: a line without addresses, keys or identifiers of
/// people.
/// </summary>
internal static partial class PlainReason
{
    /// <summary>The most characters that are kept.</summary>
    public const int Longest = 300;

    private const int MostRead = 4_000;
    private const int ShortestMasked = 3;

    /// <summary>Cleans a text; empty if there is none.</summary>
    /// <param name="said">The text.</param>
    /// <param name="address">The address that it is about, whose parts are masked too, or null.</param>
    public static string Of(string? said, string? address = null)
    {
        if (string.IsNullOrWhiteSpace(said))
        {
            return "";
        }

        var text = said.Length > MostRead ? said[..MostRead] : said;
        text = Key().Replace(Address().Replace(text, "(address)"), "(key)");
        text = Space().Replace(Identifier().Replace(text, "(id)"), " ").Trim();
        if (address?.Split('@')[0] is { Length: >= ShortestMasked } name)
        {
            text = text.Replace(name, "(name)", StringComparison.OrdinalIgnoreCase);
        }

        return text.Length > Longest ? text[..Longest].TrimEnd() + "…" : text;
    }

    [GeneratedRegex(
        @"[^\s<>()""'\[\],;:=]+@[^\s<>()""'\[\],;]+",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Address();

    [GeneratedRegex(
        @"\bSG\.[\w.-]+|\bBearer\s+\S+",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Key();

    [GeneratedRegex(
        @"\b[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\b",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Identifier();

    [GeneratedRegex(@"[\s\p{C}]+", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Space();
}
