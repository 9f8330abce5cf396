using System.Globalization;

namespace YosWorkflow.Core;

/// <summary>Months as <c>yyyy-MM</c>: how keys, addresses and machines' answers write them. A month is held as its first day.</summary>
public static class IsoMonth
{
    private const string Pattern = "yyyy-MM";

    /// <summary>Writes the month of a day.</summary>
    public static string Format(DateOnly month) => month.ToString(Pattern, CultureInfo.InvariantCulture);

    /// <summary>Reads a month as its first day; false if the text is not one.</summary>
    public static bool TryParse(string? text, out DateOnly month) =>
        DateOnly.TryParseExact(text, Pattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out month);

    /// <summary>Reads a month as its first day.</summary>
    /// <exception cref="FormatException">The text is not one.</exception>
    public static DateOnly Parse(string text) =>
        TryParse(text, out var month)
            ? month
            : throw new FormatException($"'{text}' is not a month as yyyy-MM.");

    /// <summary>The first day of the month that a day lies in.</summary>
    public static DateOnly Of(DateOnly day) => new(day.Year, day.Month, 1);
}
