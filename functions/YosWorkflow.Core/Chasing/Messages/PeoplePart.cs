using System.Collections.Immutable;

namespace YosWorkflow.Core.Chasing.Messages;

/// <summary>
/// What other people owe, by person: the most serious items, and how many more each owes. People with none of the most serious
/// are named at the end.
/// </summary>
internal static class PeoplePart
{
    /// <summary>What the reader has to do for people who are away.</summary>
    public static DigestPart ForThoseAway(IReadOnlyCollection<NoticeItem> items, ItemWords words) =>
        Of("For you to do while colleagues are away", advice: null, items, words);

    /// <summary>What colleagues owe, whom the reader supervises.</summary>
    public static DigestPart ForColleagues(IReadOnlyCollection<NoticeItem> items, ItemWords words) =>
        Of(
            "Owed by your colleagues",
            "Ask what is in the way, and agree when it will be done.",
            items,
            words
        );

    private static DigestPart Of(
        string heading,
        string? advice,
        IReadOnlyCollection<NoticeItem> items,
        ItemWords words
    )
    {
        var shown = items.Take(DigestLimits.OfOthers).ToHashSet();
        var people = OwingPerson.GroupsOf(items);
        var beyond = people.Where(person => !person.Items.Any(shown.Contains)).ToImmutableArray();
        return new DigestPart(
            heading,
            advice,
            [.. people.Except(beyond).Select(person => Section(person, shown, words))],
            Beyond.Of(beyond.Sum(person => person.Items.Length)),
            beyond.IsEmpty ? null : OwedBy(beyond, words)
        );
    }

    private static DigestSection Section(OwingPerson person, HashSet<NoticeItem> shown, ItemWords words)
    {
        var lines = person
            .Items.Where(shown.Contains)
            .Select(item => person.IsForReaderToDo ? words.ToDo(item) : words.Owed(item))
            .ToImmutableArray();
        return new DigestSection(
            $"{NameOf(person, words)}: {words.TallyOf(person.Items)}",
            Note(person, words),
            lines,
            Beyond.Of(person.Items.Length - lines.Length)
        );
    }

    private static string NameOf(OwingPerson person, ItemWords words) =>
        person.OwedById.Length > 0 ? words.NameOf(person.OwedById) : "Nobody yet";

    private static string? Note(OwingPerson person, ItemWords words) =>
        person switch
        {
            { OwedById: "" } => "Nobody holds the role that owes this. Decide who does it.",
            { MeantForId: { } meant, IsForReaderToDo: false } => $"You stand in for {words.NameOf(meant)}.",
            _ => null,
        };

    // Such as “owed by Ann Low (4), Bob May (2) and 3 other people (5)”.
    private static string OwedBy(ImmutableArray<OwingPerson> people, ItemWords words)
    {
        var named = people
            .Take(DigestLimits.PeopleNamed)
            .Select(person => $"{NameOf(person, words)} ({PlainWords.Number(person.Items.Length)})")
            .ToList();
        var others = people.Skip(DigestLimits.PeopleNamed).ToArray();
        if (others.Length > 0)
        {
            var items = PlainWords.Number(others.Sum(person => person.Items.Length));
            named.Add($"{PlainWords.Count(others.Length, "other person", "other people")} ({items})");
        }

        return $"owed by {PlainWords.List(named)}";
    }
}
