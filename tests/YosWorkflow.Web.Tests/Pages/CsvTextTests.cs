using System.Text;
using CsCheck;
using CsvHelper;
using YosWorkflow.Services.Reporting;
using YosWorkflow.Web.Pages.Tables;

namespace YosWorkflow.Web.Tests.Pages;

public sealed class CsvTextTests
{
    [Theory]
    [InlineData("K1", "K1")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+44 1622", "'+44 1622")]
    [InlineData("-2", "'-2")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("  =1", "'  =1")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"no\"", "\"say \"\"no\"\"\"")]
    public void Field_Text_IsQuotedAndNoFormula(string text, string expected) =>
        Assert.Equal(expected, CsvField.Of(text));

    [Fact]
    public void Write_AnyTexts_AreReadBackAndNoneBeginsAFormula() =>
        Gen
            .String.Array[3]
            .Sample(texts =>
            {
                var table = new Table(
                    "t",
                    "",
                    [new("A"), new("B"), new("C")],
                    [
                        [.. texts.Select(text => new Cell(text))],
                    ]
                );

                using var csv = new CsvReader(
                    new StringReader(Encoding.UTF8.GetString(CsvText.Write(table)).TrimStart('\uFEFF')),
                    System.Globalization.CultureInfo.InvariantCulture
                );
                Assert.True(csv.Read());
                Assert.True(csv.Read());
                var read = Enumerable.Range(0, 3).Select(at => csv.GetField(at)!).ToArray();
                Assert.DoesNotContain(read, text => text.TrimStart() is [('=' or '+' or '-' or '@'), ..]);
                Assert.All(
                    texts.Zip(read),
                    pair =>
                        Assert.True(
                            pair.First == "–"
                                || Plain(pair.Second) == Plain(pair.First)
                                || pair.Second == "'" + pair.First
                        )
                );
            });

    // What can't be a character of UTF-8 is replaced on the way.
    private static string Plain(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
