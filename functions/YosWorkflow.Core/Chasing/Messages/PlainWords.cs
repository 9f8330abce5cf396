using System.Globalization;
using System.Text;

namespace YosWorkflow.Core.Chasing.Messages;

/// <summary>Small pieces of plain English that messages are made of.</summary>
internal static class PlainWords
{
    /// <summary>A number and its noun, such as <c>1 working day</c> or <c>1,064 working days</c>.</summary>
    public static string Count(int number, string one, string? several = null) =>
        $"{Number(number)} {(number == 1 ? one : several ?? one + "s")}";

    /// <summary>A whole number with commas.</summary>
    public static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Items as they are said one after the other, such as <c>Ann, Bob and Cas</c>.</summary>
    public static string List(IReadOnlyList<string> items) =>
        items.Count < 2
            ? string.Concat(items)
            : $"{string.Join(", ", items.Take(items.Count - 1))} and {items[^1]}";

    /// <summary>
    /// Text from outside as one line: whatever could break a line, hide or end a message early is a single space.
    /// </summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsBreak(rune))
            {
                line.Append(rune);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return line.ToString().Trim();
    }

    private static bool IsBreak(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control
                or UnicodeCategory.SpaceSeparator
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.OtherNotAssigned;
}
