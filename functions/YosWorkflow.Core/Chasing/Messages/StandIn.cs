using System.Collections.Immutable;

namespace YosWorkflow.Core.Chasing.Messages;

/// <summary>For whom the reader stands in, and how that is said.</summary>
internal static class StandIn
{
    /// <summary>Those for whom items were meant, in the order in which they come.</summary>
    public static ImmutableArray<string> Of(DigestLetter letter) =>
        [.. letter.Items.Select(item => item.MeantForId).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>Such as <c>You stand in for Ann Low, who is away.</c>; null if the reader stands in for nobody.</summary>
    public static string? Sentence(DigestLetter letter, ItemWords words)
    {
        var away = Of(letter);
        return away.IsEmpty ? null
            : away.Length > DigestLimits.AwayNamed
                ? $"You stand in for {PlainWords.Count(away.Length, "colleague")}, who are away."
            : $"You stand in for {PlainWords.List([.. away.Select(words.NameOf)])}, who {(away.Length == 1 ? "is" : "are")} away.";
    }

    /// <summary>The same with a number in place of names.</summary>
    public static string? Short(DigestLetter letter) =>
        Of(letter).Length is > 0 and var away
            ? $"You stand in for {PlainWords.Count(away, "colleague")}."
            : null;
}
