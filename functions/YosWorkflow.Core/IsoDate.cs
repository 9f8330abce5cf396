using System.Globalization;

namespace YosWorkflow.Core;

/// <summary>Dates as <c>yyyy-MM-dd</c>: how keys, data files and machines' answers write them.</summary>
public static class IsoDate
{
    private const string Pattern = "yyyy-MM-dd";

    /// <summary>Writes a date.</summary>
    public static string Format(DateOnly date) => date.ToString(Pattern, CultureInfo.InvariantCulture);

    /// <summary>Reads a date; false if the text is not one.</summary>
    public static bool TryParse(string? text, out DateOnly date) =>
        DateOnly.TryParseExact(text, Pattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    /// <summary>Reads a date out of a longer text; false if the text is not one.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out DateOnly date) =>
        DateOnly.TryParseExact(text, Pattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    /// <summary>Reads a date.</summary>
    /// <exception cref="FormatException">The text is not one.</exception>
    public static DateOnly Parse(string text) =>
        TryParse(text, out var date)
            ? date
            : throw new FormatException($"'{text}' is not a date as yyyy-MM-dd.");
}
