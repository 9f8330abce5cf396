using System.Collections.Immutable;

namespace YosWorkflow.Core.Chasing.Messages;

/// <summary>Decides what an email says of a letter, and in which order.</summary>
internal static class DigestWriter
{
    public static Digest Write(DigestLetter letter)
    {
        var words = new ItemWords(letter);
        var service = PlainWords.OneLine(letter.ServiceName);
        return new Digest
        {
            Headline = Headline(letter),
            Preview = Preview(letter, words),
            ServiceName = service,
            For = $"{PlainWords.OneLine(letter.PersonName)}, {PlainDate.WithWeekday(letter.Day)}",
            StandsIn = StandIn.Sentence(letter, words),
            LinkText = "See your day",
            Link = DigestLink.ToDay(letter),
            Parts = Parts(letter, words),
            Footnotes = Footnotes(letter, service),
        };
    }

    /// <summary>The essence of a letter: how much of what, and nothing about whom.</summary>
    public static string Headline(DigestLetter letter)
    {
        var parts = new List<string>();
        if (!letter.Items.IsEmpty)
        {
            parts.Add(Tally.Of(letter.Items, letter.Day).ToString());
        }

        if (!letter.Undelivered.IsEmpty)
        {
            parts.Add(UndeliveredPart.InShort(letter.Undelivered.Length));
        }

        return parts.Count == 0 ? "Nothing is due" : string.Join("; ", parts);
    }

    private static string Preview(DigestLetter letter, ItemWords words) =>
        letter.Items.IsEmpty
            ? PlainWords.OneLine(string.Concat(letter.Undelivered.Take(1)))
            : $"Most serious: {words.InAClause(letter.Items[0])}.";

    private static ImmutableArray<DigestPart> Parts(DigestLetter letter, ItemWords words)
    {
        var own = letter.Items.Where(item => item.OwedById == letter.PersonId).ToArray();
        var others = letter.Items.Where(item => item.OwedById != letter.PersonId).ToArray();
        var away = others.Where(item => item.OwedById == item.MeantForId).ToArray();
        var colleagues = others.Where(item => item.OwedById != item.MeantForId).ToArray();
        var parts = ImmutableArray.CreateBuilder<DigestPart>();
        if (own.Length > 0)
        {
            parts.Add(OwnPart.Of(own, words, isAll: others.Length == 0));
        }

        if (away.Length > 0)
        {
            parts.Add(PeoplePart.ForThoseAway(away, words));
        }

        if (colleagues.Length > 0)
        {
            parts.Add(PeoplePart.ForColleagues(colleagues, words));
        }

        if (!letter.Undelivered.IsEmpty)
        {
            parts.Add(UndeliveredPart.Of(letter));
        }

        return parts.ToImmutable();
    }

    private static ImmutableArray<string> Footnotes(DigestLetter letter, string service)
    {
        var once = $"{service} sends this at most once a working day, and only when there is something new.";
        return letter.Items.IsEmpty
            ? [once]
            :
            [
                "Once the case record shows that something is done, we stop chasing it.",
                "Working days leave out weekends and the bank holidays of England and Wales.",
                once,
            ];
    }
}
