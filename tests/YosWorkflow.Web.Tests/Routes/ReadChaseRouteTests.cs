using System.Net;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Services.Storage;
using YosWorkflow.TestKit;

namespace YosWorkflow.Web.Tests.Routes;

/// <summary>What shows a chase: its route, its page, the home page and the health.</summary>
public sealed class ReadChaseRouteTests(AzuriteFixture azurite)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Get_AChaseThatWasNeverStarted_IsNotFound()
    {
        await using var site = await StartAsync();

        await (await site.Client.GetAsync("/api/chases/2011-10-04", Stop)).ProblemAsync(
            HttpStatusCode.NotFound
        );
        await (await site.Client.GetAsync("/chases/2011-10-04", Stop)).HtmlAsync(HttpStatusCode.NotFound);
        Assert.Contains("There has been none", await HomeAsync(site), StringComparison.Ordinal);
        var health = await HealthAsync(site);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, health.GetProperty("last_chase").ValueKind);
    }

    [Theory]
    [InlineData("4-10-2011")]
    [InlineData("2011-02-30")]
    public async Task Get_WhatIsNoDate_IsRefused(string date)
    {
        await using var site = await StartAsync();

        await (await site.Client.GetAsync($"/api/chases/{date}", Stop)).ProblemAsync(
            HttpStatusCode.BadRequest
        );
        await (await site.Client.GetAsync($"/chases/{date}", Stop)).HtmlAsync(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Get_AChaseUnderWay_SaysHowFarItsDigestsAre()
    {
        await using var site = await StartAsync();
        await ComposeAsync(site);

        var chase = await (await site.Client.GetAsync("/api/chases/2011-10-04", Stop)).JsonAsync();

        Assert.Equal("2011-10-04", chase.GetProperty("as_of").GetString());
        Assert.Equal("2011-10-04T09:00:00+00:00", chase.GetProperty("started_at").GetString());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, chase.GetProperty("finished_at").ValueKind);
        Assert.Empty(chase.GetProperty("told").EnumerateArray());
        var digests = chase
            .GetProperty("digests")
            .EnumerateArray()
            .Select(digest =>
                $"{digest.GetProperty("person_id")} {digest.GetProperty("channel")} {digest.GetProperty("state")}"
            );
        // Nobody manages the team or the service, which is nothing to be silent about.
        Assert.Equal(
            [
                "CM1 email created",
                "PS1 email created",
                "head_of_service email parked",
                "team_manager email parked",
            ],
            digests.Order(StringComparer.Ordinal)
        );
        Assert.Equal(4, chase.GetProperty("not_told").GetArrayLength());
        Assert.Contains(
            "still under way",
            await HtmlAsync(site, "/chases/2011-10-04"),
            StringComparison.OrdinalIgnoreCase
        );
        Assert.Contains("still under way", await HomeAsync(site), StringComparison.Ordinal);
        var queue = (await HealthAsync(site)).GetProperty("queue");
        Assert.Equal(2, queue.GetProperty("unsent").GetInt32());
        Assert.Equal(2, queue.GetProperty("parked").GetInt32());
    }

    [Fact]
    public async Task Get_AFinishedChase_SaysSoOnEveryPageThatShowsIt()
    {
        await using var site = await StartAsync();
        await ComposeAsync(site);
        await site.Service<CloseChase>()
            .ExecuteAsync(Seed.Today, 1, [new FailedTeam("South", "Storage did not answer.")], [], 17, Stop);

        var chase = await (await site.Client.GetAsync("/api/chases/2011-10-04", Stop)).JsonAsync();

        Assert.Equal("2011-10-04T09:00:00+00:00", chase.GetProperty("finished_at").GetString());
        Assert.Equal(1, chase.GetProperty("cases").GetInt32());
        Assert.Equal(17, chase.GetProperty("transactions").GetInt32());
        Assert.Equal("South", chase.GetProperty("failed_teams")[0].GetProperty("team").GetString());
        var page = await HtmlAsync(site, "/chases/2011-10-04");
        Assert.Contains("Finished, with 17 storage transactions.", page, StringComparison.Ordinal);
        Assert.Contains("Team South", page, StringComparison.Ordinal);
        Assert.Contains("Ben &lt;b&gt;Shah&lt;/b&gt;", page, StringComparison.Ordinal);
        Assert.Contains("K1", page, StringComparison.Ordinal);
        Assert.Contains("2 parked", await HomeAsync(site), StringComparison.Ordinal);
        Assert.Equal(
            "2011-10-04",
            (await HealthAsync(site)).GetProperty("last_chase").GetProperty("day").GetString()
        );
    }

    [Fact]
    public async Task Get_AChaseOfAWeekend_SaysWhyNobodyWasTold()
    {
        await using var site = await StartAsync();
        await site.Service<OpenChase>().ExecuteAsync(new DateOnly(2011, 10, 1), Stop);

        var chase = await (await site.Client.GetAsync("/api/chases/2011-10-01", Stop)).JsonAsync();

        Assert.Equal("Sat 1 Oct 2011 is at the weekend.", chase.GetProperty("why_nobody").GetString());
        Assert.Contains(
            "Sat 1 Oct 2011 is at the weekend.",
            await HtmlAsync(site, "/chases/2011-10-01"),
            StringComparison.Ordinal
        );
        Assert.Contains("There has been none", await HomeAsync(site), StringComparison.Ordinal);
    }

    private static async Task ComposeAsync(TestSite site)
    {
        var plan = await site.Service<OpenChase>().ExecuteAsync(Seed.Today, Stop);
        var staff = await site.Service<CaseloadTable>().ReadStaffAsync(Stop);
        foreach (var team in plan.Teams)
        {
            await site.Service<ChaseTeam>().ExecuteAsync(team, staff, Seed.Today, dryRun: false, Stop);
        }

        await site.Service<ComposeDigests>().ExecuteAsync(Seed.Today, staff, Stop);
    }

    private static Task<string> HomeAsync(TestSite site) => HtmlAsync(site, "/");

    private static async Task<string> HtmlAsync(TestSite site, string address) =>
        await (await site.Client.GetAsync(address, Stop)).HtmlAsync();

    private static async Task<System.Text.Json.JsonElement> HealthAsync(TestSite site) =>
        await (await site.Client.GetAsync("/api/health", Stop)).JsonAsync();

    private async Task<TestSite> StartAsync()
    {
        var storage = await azurite.NewStorageAsync(Stop);
        await Seed.SmallAsync(storage, Stop);
        return await TestSite.StartAsync(storage, Seed.Today, Stop);
    }
}
