using System.Collections.Immutable;
using YosWorkflow.Web.Pages.Shared;

namespace YosWorkflow.Web.Pages.Sent;

/// <summary>
/// Divides messages into pages by what they weigh, for one may be an email of a hundred lines and another a line: so many that a page
/// stays below 100 kB, and never none.
/// </summary>
internal static class SentPages
{
    private const int MostOnPage = 20;
    private const int MostCharacters = 85_000;

    // What is around a message.
    private const int Frame = 1_200;

    public static Paged<SentMessage> Of(IEnumerable<SentMessage> messages, int page)
    {
        var pages = new List<ImmutableArray<SentMessage>.Builder>();
        var weight = 0;
        var total = 0;
        foreach (var message in messages)
        {
            var own = WeightOf(message);
            if (pages.Count == 0 || pages[^1].Count == MostOnPage || weight + own > MostCharacters)
            {
                pages.Add(ImmutableArray.CreateBuilder<SentMessage>());
                weight = 0;
            }

            pages[^1].Add(message);
            weight += own;
            total++;
        }

        var shown = Math.Clamp(page, 1, Math.Max(1, pages.Count));
        return new(
            pages.Count == 0 ? [] : pages[shown - 1].ToImmutable(),
            shown,
            Math.Max(1, pages.Count),
            total
        );
    }

    // An email stands in an attribute, where a quotation mark takes six characters, and a bracket four in any text.
    private static int WeightOf(SentMessage message) =>
        Frame + Encoded(message.Html) + Encoded(message.Text) + (2 * Encoded(message.Subject));

    private static int Encoded(string? text)
    {
        var length = 0;
        foreach (var letter in text ?? "")
        {
            length += letter switch
            {
                '"' or '\'' => 6,
                '<' or '>' => 4,
                '&' => 5,
                > '\u007f' => 8,
                _ => 1,
            };
        }

        return length;
    }
}
