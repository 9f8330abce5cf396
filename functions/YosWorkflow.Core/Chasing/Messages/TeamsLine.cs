namespace YosWorkflow.Core.Chasing.Messages;

/// <summary>A letter in one line, as long as Teams shows it.</summary>
internal static class TeamsLine
{
    /// <summary>How many characters Teams shows of a notification.</summary>
    public const int MostCharacters = 150;

    /// <summary>The first of ever shorter lines that fits. That the reader stands in for somebody is dropped last.</summary>
    public static string Of(DigestLetter letter)
    {
        var headline = DigestWriter.Headline(letter) + ".";
        return Lines(letter, headline).FirstOrDefault(line => line.Length <= MostCharacters) ?? headline;
    }

    private static IEnumerable<string> Lines(DigestLetter letter, string headline)
    {
        var words = new ItemWords(letter);
        foreach (
            var standsIn in new[] { StandIn.Sentence(letter, words), StandIn.Short(letter), null }.Distinct()
        )
        {
            foreach (var first in First(letter, words))
            {
                yield return string.Join(' ', new[] { headline, first, standsIn }.OfType<string>());
            }
        }
    }

    private static IEnumerable<string?> First(DigestLetter letter, ItemWords words)
    {
        if (!letter.Items.IsEmpty)
        {
            var item = letter.Items[0];
            if (item.OwedById != letter.PersonId && item.OwedById.Length > 0)
            {
                yield return $"Most serious: {words.InAClause(item)}, owed by {words.NameOf(item.OwedById)}.";
            }

            yield return $"Most serious: {words.InAClause(item)}.";
            yield return $"Most serious: {words.InShort(item)}.";
        }

        yield return null;
    }
}
