namespace YosWorkflow.Core.Chasing.Messages;

/// <summary>What the reader owes: a section for each urgency, so that much that is overdue does not hide what is due today.</summary>
internal static class OwnPart
{
    /// <param name="items">What the reader owes.</param>
    /// <param name="words">How items are said.</param>
    /// <param name="isAll">Whether there is nothing else in the digest that it has to be told apart from.</param>
    public static DigestPart Of(IReadOnlyCollection<NoticeItem> items, ItemWords words, bool isAll) =>
        new(
            isAll ? null : "For you to do",
            Advice: null,
            [
                .. items
                    .GroupBy(words.UrgencyOf)
                    .OrderBy(group => group.Key)
                    .Select(group => Section(group.Key, [.. group], words)),
            ]
        );

    private static DigestSection Section(Urgency urgency, NoticeItem[] items, ItemWords words)
    {
        var shown = Math.Min(items.Length, DigestLimits.Own(urgency));
        return new DigestSection(
            $"{Name(urgency)}: {PlainWords.Number(items.Length)}",
            Note: null,
            [.. items.Take(shown).Select(words.ToDo)],
            Beyond.Of(items.Length - shown)
        );
    }

    private static string Name(Urgency urgency) =>
        urgency switch
        {
            Urgency.Overdue => "Overdue",
            Urgency.DueToday => "Due today",
            _ => "Coming up",
        };
}
