using CsCheck;
using YosWorkflow.Core.Chasing.Messages;

namespace YosWorkflow.Core.Tests.Chasing.Messages;

public sealed class WrappedTextTests
{
    private static readonly Gen<string[]> Words = Gen.OneOf(
        Gen.String[Gen.Char['a', 'z'], 1, 14],
        Gen.String[Gen.Char['a', 'z'], 60, 80]
    ).Array[1, 40];

    [Fact]
    public void Paragraph_AnyWords_FillsLinesOfSeventyTwoColumnsAndNoMore() =>
        Gen.Select(Words, Gen.OneOf(Gen.Const(""), Gen.Const("* "), Gen.Const("  ")))
            .Sample(
                (words, mark) =>
                {
                    var text = new WrappedText();
                    text.Paragraph(string.Join(' ', words), mark);

                    var lines = text.ToString().TrimEnd('\n').Split('\n');
                    Assert.StartsWith(mark, lines[0], StringComparison.Ordinal);
                    var bodies = lines.Select(line => line[mark.Length..]).ToArray();
                    Assert.Equal(words, bodies.SelectMany(body => body.Split(' ')));
                    Assert.All(
                        lines,
                        line => Assert.True(line.Length <= 72 || !line[mark.Length..].Contains(' '))
                    );
                    Assert.All(
                        lines.Zip(bodies.Skip(1)),
                        pair => Assert.True(pair.First.Length + 1 + pair.Second.Split(' ')[0].Length > 72)
                    );
                }
            );

    [Fact]
    public void Heading_OfTwoLines_IsUnderlinedAsFarAsTheSecondGoes()
    {
        var text = new WrappedText();
        text.Heading($"{new string('a', 70)} bcd", '=');

        Assert.Equal($"{new string('a', 70)}\nbcd\n===\n", text.ToString());
    }
}
