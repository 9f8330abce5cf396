using System.Net;
using System.Text.RegularExpressions;

namespace YosWorkflow.Web.Tests.Pages;

/// <summary>Every table of every page can be taken away as a file.</summary>
[Collection(nameof(GrownSite))]
public sealed partial class TableFileTests(GrownSite grown)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Pages => PageWeightTests.Pages;

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Get_APage_HasAFileForEachTable(string template, string query)
    {
        using var page = await grown.Site.Client.GetAsync(grown.AddressOf(template, query), Stop);
        var html = await page.Content.ReadAsStringAsync(Stop);

        var files = Csv()
            .Matches(html)
            .Select(match => WebUtility.HtmlDecode(match.Groups["href"].Value))
            .ToArray();

        Assert.True(
            files.Length >= Tables().Count(html),
            $"{Tables().Count(html)} tables, {files.Length} files"
        );
        foreach (var href in files)
        {
            using var file = await grown.Site.Client.GetAsync(href, Stop);
            Assert.Equal(HttpStatusCode.OK, file.StatusCode);
            Assert.Equal("text/csv", file.Content.Headers.ContentType?.MediaType);
            var text = await file.Content.ReadAsStringAsync(Stop);
            Assert.Contains("\r\n", text, StringComparison.Ordinal);
        }
    }

    [GeneratedRegex("<table ", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Tables();

    [GeneratedRegex(
        "href=\"(?<href>[^\"]*csv=[^\"]*)\"",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Csv();
}
