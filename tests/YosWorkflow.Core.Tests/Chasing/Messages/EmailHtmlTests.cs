using System.Xml.Linq;
using YosWorkflow.Core.Chasing.Messages;
using static YosWorkflow.Core.Tests.Chasing.Messages.Letters;

namespace YosWorkflow.Core.Tests.Chasing.Messages;

public sealed class EmailHtmlTests
{
    private static readonly DigestLetter Full = Letter([
        Overdue("K1"),
        DueToday("K2"),
        ComingUp("K3"),
        Overdue("K4", owedBy: "CM5", meantFor: "CM5"),
        .. Many(40, one => Overdue(one, owedBy: "CM" + one)),
    ]) with
    {
        Undelivered = ["Name of CM9, email: no such address"],
    };

    private static readonly XDocument Html = EmailHtml.Parse(DigestMessages.Email(Full));

    [Fact]
    public void Email_Html_SaysItsLanguageTitleAndPreview()
    {
        Assert.Equal("en-GB", Html.Root!.Attribute("lang")!.Value);
        Assert.Equal(DigestMessages.Email(Full).Subject, Html.Descendants("title").Single().Value);
        Assert.Equal("Most serious: Title of plan – case K1, 3 working days late.", EmailHtml.Texts(Html)[0]);
        Assert.Contains("<head>", DigestMessages.Email(Full).Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Email_Html_HasTablesForLayoutOnly() =>
        Assert.All(
            Html.Descendants("table"),
            table => Assert.Equal("presentation", table.Attribute("role")!.Value)
        );

    [Fact]
    public void Email_Html_FetchesNothingAndRunsNothing()
    {
        string[] elements = ["script", "link", "img", "iframe", "object", "form", "input", "svg", "video"];
        string[] attributes = ["src", "srcset", "background", "action", "id"];

        Assert.DoesNotContain(Html.Descendants(), element => elements.Contains(element.Name.LocalName));
        Assert.DoesNotContain(
            Html.Descendants().Attributes(),
            attribute =>
                attributes.Contains(attribute.Name.LocalName)
                || attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal)
                || attribute.Value.Contains("url(", StringComparison.Ordinal)
        );
        Assert.DoesNotContain("@import", Html.Descendants("style").Single().Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Email_Html_HasHeadingsInOrder()
    {
        var levels = Html.Descendants()
            .Where(element => element.Name.LocalName is ['h', >= '1' and <= '6'])
            .Select(element => element.Name.LocalName[1] - '0')
            .ToArray();

        Assert.Equal(1, levels[0]);
        Assert.Single(levels, level => level == 1);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1));
    }

    [Fact]
    public void Email_Html_SaysAllThatThePlainTextSays()
    {
        var html = Squeezed(string.Join(' ', EmailHtml.Texts(Html)));
        var text = DigestMessages.Email(Full).Text.Split("\n--\n")[0];

        Assert.All(
            text.Split(['\n', ':'], StringSplitOptions.TrimEntries)
                .Select(line => line.TrimStart('*', ' '))
                .Where(line =>
                    line.Trim('=', '-').Length > 0 && !line.StartsWith("//", StringComparison.Ordinal)
                )
                .Where(line => line != "https"),
            line => Assert.Contains(Squeezed(line), html, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Email_Html_SetsColoursOfTextAndGroundTogether() =>
        Assert.All(
            Html.Descendants("p").Concat(Html.Descendants("h1")),
            element => Assert.Contains("color:#", element.Attribute("style")!.Value, StringComparison.Ordinal)
        );

    private static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
