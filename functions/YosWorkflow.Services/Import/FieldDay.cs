using System.Globalization;
using YosWorkflow.Core;

namespace YosWorkflow.Services.Import;

/// <summary>Reads dates as files write them: <c>yyyy-MM-dd</c>, or day, month and year as in the United Kingdom.</summary>
internal static class FieldDay
{
    private static readonly string[] Patterns = ["yyyy-MM-dd", "dd/MM/yyyy", "d/M/yyyy"];

    /// <summary>The day; or why it is none, as the end of a sentence that begins with the text.</summary>
    public static (DateOnly Day, string? Fault) Read(string text)
    {
        if (
            !DateOnly.TryParseExact(
                text,
                Patterns,
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            )
        )
        {
            return (
                default,
                LooksLikeOne(text)
                    ? "is not a day of the calendar"
                    : "is not a date as yyyy-MM-dd or dd/MM/yyyy"
            );
        }

        return (
            day,
            day < ImportLimits.Earliest
                ? $"is before {IsoDate.Format(ImportLimits.Earliest)}, which can't be right"
            : day > ImportLimits.Latest
                ? $"is after {IsoDate.Format(ImportLimits.Latest)}, which can't be right"
            : null
        );
    }

    private static bool LooksLikeOne(string text) =>
        text.Split('-', '/') is [var first, var second, var third]
        && text.All(c => char.IsAsciiDigit(c) || c is '-' or '/')
        && (first.Length, second.Length, third.Length) is (4, 2, 2) or (1 or 2, 1 or 2, 4);
}
