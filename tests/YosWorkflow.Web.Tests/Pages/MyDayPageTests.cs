using System.Net;
using System.Text.RegularExpressions;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Chasing;
using YosWorkflow.TestKit;

namespace YosWorkflow.Web.Tests.Pages;

[Collection(nameof(KentSite))]
public sealed partial class MyDayPageTests(KentSite kent)
{
    private const string LateCase = "K00106";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("CM001")]
    [InlineData("PS01")]
    [InlineData("TM01")]
    public async Task Get_OwnDay_TakesThreeTransactionsAtMost(string staffId)
    {
        var cookie = await kent.Site.SignInAsync(staffId, Stop);
        var before = kent.Site.Storage.Transactions.Total;

        await GetAsync("/my-day", cookie);

        Assert.InRange(kent.Site.Storage.Transactions.Total - before, 1, 3);
    }

    [Fact]
    public async Task Get_DayOfOneOfATeam_ByWhoSeesEverything_ReadsThatTeamOnly()
    {
        var cookie = await kent.Site.SignInAsync("HOS1", Stop);
        var before = kent.Site.Storage.Transactions.Total;

        await GetAsync("/my-day?for=CM001", cookie);

        Assert.InRange(kent.Site.Storage.Transactions.Total - before, 1, 3);
    }

    [Fact]
    public async Task Get_ALineFarDown_ShowsThePageOnWhichItIsAndMarksItAlone()
    {
        var manager = Kent2011.Staff.Members.First(member =>
            member is { Role: StaffRole.CaseManager, Active: true }
        );
        var last = Ids().Matches(await LastPageAsync(manager.StaffId))[^1].Groups["id"].Value;

        var html = await GetAsync($"/my-day?for={manager.StaffId}&line={last}");

        var marked = Assert.Single(Marked().Matches(html)).Value;
        Assert.Contains($"id=\"{last}\"", marked, StringComparison.Ordinal);
        Assert.Contains("autofocus", marked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ALineOfAColleague_IsInAnOpenedList()
    {
        var all = await GetAsync("/my-day?for=HOS1");
        var details = Details().Match(all).Value;
        var line = Ids().Matches(details)[^1].Groups["id"].Value;

        var html = await GetAsync($"/my-day?for=HOS1&line={line}");

        var opened = Assert.Single(
            Details().Matches(html),
            one => one.Value.Contains(" open", StringComparison.Ordinal)
        );
        Assert.Contains($"id=\"{line}\"", opened.Value, StringComparison.Ordinal);
        Assert.DoesNotContain(" open", details, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ALineOfWhatIsDone_SaysSo()
    {
        var html = await GetAsync($"/my-day?for=CM001&line={DutyLine.IdOf(LateCase, "no-such-rule")}");

        Assert.Contains("is not open any more", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Csv_HasAllThatTheTallyCounts()
    {
        var html = await GetAsync("/my-day?for=HOS1");
        using var answer = await kent.Client.GetAsync("/my-day?for=HOS1&csv=colleagues", Stop);
        var rows = (await answer.Content.ReadAsStringAsync(Stop))
            .Split("\r\n", StringSplitOptions.RemoveEmptyEntries)
            .Skip(1)
            .ToArray();

        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        Assert.True(rows.Length > 20, "The page would show all of them.");
        Assert.Contains("Pages of colleagues", html, StringComparison.Ordinal);
    }

    private async Task<string> LastPageAsync(string staffId)
    {
        var html = await GetAsync($"/my-day?for={staffId}");
        return html.Contains("page=2", StringComparison.Ordinal)
            ? await GetAsync($"/my-day?for={staffId}&page=99")
            : html;
    }

    private async Task<string> GetAsync(string address, string? cookie = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        return await (await kent.Client.SendAsync(request, Stop)).HtmlAsync(HttpStatusCode.OK);
    }

    [GeneratedRegex("<li [^>]*yos-meant[^>]*>", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Marked();

    [GeneratedRegex(
        "id=\"(?<id>[^\"]*\\.\\.[0-9a-f]{10})\"",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Ids();

    [GeneratedRegex(
        "<details class=\"govuk-details yos-colleague\".*?</details>",
        RegexOptions.CultureInvariant | RegexOptions.Singleline,
        1000
    )]
    private static partial Regex Details();
}
