using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using YosWorkflow.TestKit;

namespace YosWorkflow.Web.Tests.Pages;

[Collection(nameof(KentSite))]
public sealed partial class MyTeamPageTests(KentSite kent)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Leaders => ["PS01", "TM01"];

    [Theory]
    [MemberData(nameof(Leaders))]
    public async Task Get_WhoLeadsATeam_SeesTheirOwnWithThreeTransactionsAtMost(string leader)
    {
        var cookie = await kent.Site.SignInAsync(leader, Stop);
        foreach (var address in new[] { "/my-team", "/my-team/agenda" })
        {
            var before = kent.Site.Storage.Transactions.Total;
            var html = await GetAsync(address, cookie);
            var taken = kent.Site.Storage.Transactions.Total - before;

            Assert.InRange(taken, 1, 3);
            Assert.Contains("North West Kent", html, StringComparison.Ordinal);
            Assert.Subset(
                CasesOf("North West Kent"),
                CaseRef().Matches(html).Select(match => match.Value).ToHashSet(StringComparer.Ordinal)
            );
            Assert.InRange(Encoding.UTF8.GetByteCount(html), 1, 100_000);
        }
    }

    [Fact]
    public async Task Get_EveryTeam_HasAllThatIsOverdueInTheService()
    {
        var overdue = 0;
        foreach (var team in Kent2011.Cases.Select(one => one.Team).Distinct())
        {
            var rows = await LinesAsync($"/my-team?team={Uri.EscapeDataString(team)}&csv=overdue");
            Assert.Subset(CasesOf(team), rows.Select(row => row.Split(',')[0]).ToHashSet());
            overdue += rows.Length;
        }

        Assert.Equal(657, overdue);
    }

    [Fact]
    public async Task Get_ByPersonAndByKind_AddUpToTheTally()
    {
        const string Team = "/my-team?team=North%20West%20Kent";
        var html = await GetAsync(Team, null);
        var total = int.Parse(TallyNumber().Match(html).Groups["number"].Value, CultureInfo.InvariantCulture);

        Assert.Equal(total, Sum(await LinesAsync(Team + "&csv=people"), 2));
        Assert.Equal(total, Sum(await LinesAsync(Team + "&csv=kinds"), 1));
        Assert.Equal(total, (await LinesAsync(Team + "&csv=overdue")).Length);
    }

    [Fact]
    public async Task Get_Agenda_IsEveryCaseOfHighRiskThatIsOpen()
    {
        var rows = await LinesAsync("/my-team/agenda?team=North%20West%20Kent&csv=agenda");

        var day = Kent2011.AsOf;
        var high = Kent2011.Cases.Where(one =>
            one.Team == "North West Kent"
            && one.OrderMadeOn <= day
            && one.OpenThrough >= day
            && one.IsHighRiskOn(day)
        );
        Assert.NotEmpty(rows);
        Assert.Subset(
            high.Select(one => one.CaseRef).ToHashSet(),
            rows.Select(row => row.Split(' ')[0]).ToHashSet()
        );
    }

    [Fact]
    public async Task Get_CaseManager_IsToldForWhomThePageIs()
    {
        var cookie = await kent.Site.SignInAsync("CM001", Stop);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/my-team");
        request.Headers.Add("Cookie", cookie);

        var html = await (await kent.Client.SendAsync(request, Stop)).HtmlAsync(HttpStatusCode.Forbidden);

        Assert.Contains("supervise or manage the team", html, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/my-team\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_HeadOfService_ChoosesATeam()
    {
        var cookie = await kent.Site.SignInAsync("HOS1", Stop);

        var html = await GetAsync("/my-team", cookie);

        Assert.All(
            Kent2011.Cases.Select(one => one.Team).Distinct(),
            team => Assert.Contains($">{team}</a>", html, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Get_CsvOfNoTable_IsNotFound()
    {
        var answer = await kent.Client.GetAsync("/my-team?team=East%20Kent&csv=x", Stop);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static HashSet<string> CasesOf(string team) =>
        Kent2011
            .Cases.Where(one => one.Team == team)
            .Select(one => one.CaseRef)
            .ToHashSet(StringComparer.Ordinal);

    private static int Sum(IEnumerable<string> rows, int column) =>
        rows.Sum(row =>
            row.Split(',')[column] is { Length: > 0 } number
                ? int.Parse(number, CultureInfo.InvariantCulture)
                : 0
        );

    private async Task<string[]> LinesAsync(string address)
    {
        var answer = await kent.Client.GetAsync(address, Stop);
        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        var text = await answer.Content.ReadAsStringAsync(Stop);
        return [.. text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1)];
    }

    private async Task<string> GetAsync(string address, string? cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        return await (await kent.Client.SendAsync(request, Stop)).HtmlAsync();
    }

    [GeneratedRegex("\\bK\\d{4,}\\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CaseRef();

    [GeneratedRegex("yos-tally__number\">(?<number>\\d+)<", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TallyNumber();
}
