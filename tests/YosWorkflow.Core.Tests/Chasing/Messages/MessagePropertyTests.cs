using System.Globalization;
using System.Xml.Linq;
using CsCheck;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Core.Chasing.Messages;

namespace YosWorkflow.Core.Tests.Chasing.Messages;

public sealed class MessagePropertyTests
{
    // None of these can come from a generated name or reference: their letters are other ones.
    private static readonly string[] Personal =
    [
        GenLetter.Establishment,
        "looked after",
        "looked_after",
        "in need",
        "protection",
        "custody",
        "remand",
        "court",
        "offence",
        "offend",
        "order",
        "youth",
        "rosh",
        "vulnerab",
        "risk",
        "high",
        "medium",
        "harm",
        "intensive",
        "@",
        "mailto",
        .. Codes<OrderType>.All.Where(code => code.Length > 3),
    ];

    [Fact]
    public void Messages_AnyCaseload_HoldNothingPersonal() =>
        GenLetter.OfADay.Sample(
            letters =>
                Assert.All(
                    letters.Select(Neutral),
                    letter =>
                    {
                        var email = DigestMessages.Email(letter);
                        var teams = DigestMessages.Teams(letter);
                        var html = EmailHtml.Parse(email);
                        var said = string.Join(
                            '\n',
                            [
                                email.Subject,
                                email.Text,
                                .. EmailHtml.Texts(html),
                                .. html.Descendants().Attributes("href").Select(link => link.Value),
                                teams.Text,
                                teams.Url,
                            ]
                        );
                        Assert.All(
                            Personal,
                            word => Assert.DoesNotContain(word, said, StringComparison.OrdinalIgnoreCase)
                        );
                    }
                ),
            iter: 100
        );

    [Fact]
    public void Messages_AnyCaseload_AreTheSameWhateverTheRisk() =>
        GenLetter.OfADay.Sample(
            letters =>
                Assert.All(
                    letters,
                    letter =>
                    {
                        var turned = letter with
                        {
                            Items = [.. letter.Items.Select(item => item with { HighRisk = !item.HighRisk })],
                        };
                        Assert.Equal(DigestMessages.Email(letter), DigestMessages.Email(turned));
                        Assert.Equal(DigestMessages.Teams(letter), DigestMessages.Teams(turned));
                    }
                ),
            iter: 50
        );

    [Fact]
    public void Email_AnyCaseload_IsWellFormedAndLeadsToTheDayAndItsLines() =>
        GenLetter.OfADay.Sample(
            letters =>
                Assert.All(
                    letters,
                    letter =>
                    {
                        var email = DigestMessages.Email(letter);
                        var day =
                            $"{letter.PublicUrl.TrimEnd('/')}/my-day?for={Uri.EscapeDataString(letter.PersonId)}&asOf={IsoDate.Format(letter.Day)}";
                        var lines = letter
                            .Items.Select(item => DutyLine.IdOf(item.CaseRef, item.RuleId))
                            .Select(line => $"{day}&line={line}#{line}")
                            .ToHashSet(StringComparer.Ordinal);
                        var links = EmailHtml
                            .Parse(email)
                            .Descendants()
                            .Attributes("href")
                            .Select(link => link.Value)
                            .ToArray();
                        Assert.Equal(day, links[0]);
                        Assert.All(links, link => Assert.True(link == day || lines.Contains(link), link));
                        Assert.Equal(letter.Items.IsEmpty, !links.Any(lines.Contains));
                        Assert.Equal(2, email.Text.Split("http").Length);
                        Assert.Contains($"\n{day}\n", email.Text, StringComparison.Ordinal);
                        Assert.Contains(
                            DigestMessages.Teams(letter).Url,
                            letter.Items.IsEmpty ? [day] : lines
                        );
                    }
                ),
            iter: 100
        );

    [Fact]
    public void Email_AnyCaseload_EncodesNamesAndReferences() =>
        GenLetter.OfADay.Sample(
            letters =>
                Assert.All(
                    letters,
                    letter =>
                    {
                        var texts = EmailHtml.Texts(EmailHtml.Parse(DigestMessages.Email(letter)));
                        Assert.Contains(
                            texts,
                            text => text.StartsWith(For(letter), StringComparison.Ordinal)
                        );
                        var first = letter.Items[0];
                        Assert.Contains(
                            texts,
                            text =>
                                text.StartsWith(
                                    $"Case {PlainWords.OneLine(first.CaseRef)},",
                                    StringComparison.Ordinal
                                )
                        );
                    }
                ),
            iter: 100
        );

    [Fact]
    public void Email_AnyCaseload_HasPlainTextOfSeventyTwoColumns() =>
        GenLetter.OfADay.Sample(
            letters =>
                Assert.All(
                    letters.SelectMany(letter => DigestMessages.Email(letter).Text.Split('\n')),
                    line =>
                        Assert.True(line.Length <= 72 || !line.Trim().TrimStart('*', ' ').Contains(' '), line)
                ),
            iter: 100
        );

    [Fact]
    public void Email_AnyCaseload_CountsEveryItem() =>
        GenLetter.OfADay.Sample(
            letters =>
                Assert.All(
                    letters,
                    letter =>
                    {
                        var digest = DigestWriter.Write(letter);
                        var shown = digest
                            .Parts.SelectMany(part => part.Sections)
                            .Sum(one => one.Lines.Length);
                        var more = digest
                            .Parts.Select(part => part.More)
                            .Concat(digest.Parts.SelectMany(part => part.Sections).Select(one => one.More))
                            .OfType<string>()
                            .Sum(text => int.Parse(text.Split(' ')[1], CultureInfo.InvariantCulture));
                        Assert.Equal(letter.Items.Length, shown + more);
                    }
                ),
            iter: 100
        );

    [Fact]
    public void Teams_AnyCaseload_IsOneLineOfAtMost150Characters() =>
        GenLetter.OfADay.Sample(
            letters =>
                Assert.All(
                    letters.Select(letter => DigestMessages.Teams(letter).Text),
                    text =>
                    {
                        Assert.InRange(text.Length, 1, 150);
                        Assert.DoesNotContain(text, char.IsControl);
                    }
                ),
            iter: 100
        );

    [Fact]
    public void Messages_TheSameLetterTwice_AreTheSame() =>
        GenLetter.OfADay.Sample(
            letters =>
                Assert.All(
                    letters,
                    letter =>
                        Assert.Equal(DigestMessages.Email(letter), DigestMessages.Email(letter with { }))
                ),
            iter: 20
        );

    // What is owed may be called after the order or the plan; beyond that a message says nothing of them.
    private static DigestLetter Neutral(DigestLetter letter) =>
        letter with
        {
            Words = _ => new DutyWords("Duty", "Do it"),
        };

    private static string For(DigestLetter letter) => PlainWords.OneLine(letter.PersonName) + ",";
}
