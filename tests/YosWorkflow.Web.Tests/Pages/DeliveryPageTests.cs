using System.Net;
using Azure.Data.Tables;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Services.Delivery;
using YosWorkflow.Services.Retention;
using YosWorkflow.Services.Storage;
using YosWorkflow.TestKit;

namespace YosWorkflow.Web.Tests.Pages;

public sealed class DeliveryPageTests(AzuriteFixture azurite)
{
    private const string Message = "/deliveries/2011-10-04/CM1/email";

    private static readonly DigestKey Key = new(Seed.Today, "CM1", Channel.Email);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Get_Deliveries_ShowWhatIsParkedAndWhoCannotBeReached()
    {
        await using var site = await StartAsync();

        var html = await GetAsync(site, "/deliveries");

        Assert.Contains($"href=\"{Message}\"", html, StringComparison.Ordinal);
        Assert.Contains("The address &lt;b&gt; bounced.", html, StringComparison.Ordinal);
        Assert.Contains("No Entra id in the staff list.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("bounced", await GetAsync(site, "/deliveries?csv=messages&state=sent"));
    }

    [Fact]
    public async Task Get_Message_ShowsHowItLooks()
    {
        await using var site = await StartAsync();

        var html = await GetAsync(site, Message);

        Assert.Contains("<iframe", html, StringComparison.Ordinal);
        Assert.Contains("sandbox=", html, StringComparison.Ordinal);
        Assert.Contains("Try again", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_Retry_SendsItOnItsWayAgainAndSaysSo()
    {
        await using var site = await StartAsync();

        using var answer = await PostAsync(site, Message + "/retry");

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Contains("tried again within", await GetAsync(site, answer.Headers.Location!.ToString()));
        Assert.Equal(DigestState.Created, (await FindAsync(site)).State);
        using var second = await PostAsync(site, Message + "/retry");
        Assert.Contains("not parked", await second.HtmlAsync(HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task Post_GiveUpWithANote_KeepsTheNote()
    {
        await using var site = await StartAsync();

        using var answer = await PostAsync(site, Message + "/give-up", ("note", "Told by telephone."));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Contains("It is given up", await GetAsync(site, answer.Headers.Location!.ToString()));
        Assert.Contains("Told by telephone.", (await FindAsync(site)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_GiveUpWithoutANote_AsksForIt()
    {
        await using var site = await StartAsync();

        using var answer = await PostAsync(site, Message + "/give-up", ("note", " "));

        var html = await answer.HtmlAsync(HttpStatusCode.BadRequest);
        Assert.Contains("href=\"#note\">Enter why you give it up", html, StringComparison.Ordinal);
        Assert.Equal(DigestState.Parked, (await FindAsync(site)).State);
    }

    [Theory]
    [InlineData("/deliveries/2011-10-04/CM9/email")]
    [InlineData("/deliveries/today/CM1/email")]
    [InlineData("/deliveries/2011-10-04/CM1/pigeon")]
    public async Task Get_NoSuchMessage_IsNotFound(string address)
    {
        await using var site = await StartAsync();

        using var answer = await site.Client.GetAsync(address, Stop);

        await answer.HtmlAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_Runs_ShowChasesAndImportsWithWhatTheyDid()
    {
        await using var site = await StartAsync();
        await site.Service<OpenChase>().ExecuteAsync(Seed.Today, Stop);
        await site.Service<OpenChase>().ExecuteAsync(new DateOnly(2011, 8, 29), Stop);

        var html = await GetAsync(site, "/runs");

        Assert.Contains("href=\"/chases/2011-10-04\"", html, StringComparison.Ordinal);
        Assert.Contains("Not finished", html, StringComparison.Ordinal);
        Assert.Contains("Nobody was to be told", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/imports/", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_RunsAfterPurges_ShowWhatEachDid()
    {
        await using var site = await StartAsync();
        Assert.Contains(
            "no purge in the last month",
            await GetAsync(site, "/runs"),
            StringComparison.Ordinal
        );
        await site.Service<PurgeExpired>().ExecuteAsync(dryRun: true, Stop);
        await site.Service<PurgeExpired>().ExecuteAsync(dryRun: false, Stop);
        site.Clock.Advance(TimeSpan.FromHours(1));
        await site
            .Storage.Table(TableName.Digests)
            .AddEntityAsync(new TableEntity("2010-10-03", "CM1|email"), Stop);
        await site.Service<PurgeExpired>().ExecuteAsync(dryRun: false, Stop);

        var lines = (await GetAsync(site, "/runs?csv=purges")).TrimEnd().Split('\n');

        Assert.Equal(3, lines.Length);
        Assert.Contains("1 of digests, older than 4 October 2010", lines[1], StringComparison.Ordinal);
        Assert.Contains("Nothing was old enough", lines[2], StringComparison.Ordinal);
        Assert.Contains("Tue 4 Oct 2011, 11:00", await GetAsync(site, "/runs"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Rules_SayWhatIsOnAndWhereItComesFrom()
    {
        await using var site = await StartAsync();

        var html = await GetAsync(site, "/rules");

        Assert.Contains("15 working days", html, StringComparison.Ordinal);
        Assert.Contains("Bank holidays", html, StringComparison.Ordinal);
        Assert.Contains("Is stated in the service", html, StringComparison.Ordinal);
    }

    private async Task<TestSite> StartAsync()
    {
        var storage = await azurite.NewStorageAsync(Stop);
        await Seed.SmallAsync(storage, Stop);
        var site = await TestSite.StartAsync(storage, Seed.Today, Stop);
        var item = new NoticeItem(
            "K1",
            "asset-start",
            new DateOnly(2011, 8, 1),
            new DateOnly(2011, 8, 22),
            ChaseStep.Escalated,
            30,
            "CM1",
            HighRisk: false
        );
        await site.Service<DigestTable>()
            .InsertNewAsync(
                [
                    new StoredDigest
                    {
                        Key = Key,
                        Items = [item],
                        State = DigestState.Parked,
                        Reason = "The address <b> bounced.",
                    },
                    new StoredDigest
                    {
                        Key = Key with { PersonId = "PS1" },
                        Items = [item],
                        State = DigestState.Sent,
                    },
                ],
                Stop
            );
        return site;
    }

    private static async Task<StoredDigest> FindAsync(TestSite site) =>
        (await site.Service<DigestTable>().FindAsync(Key, Stop))!;

    private static async Task<string> GetAsync(TestSite site, string address)
    {
        using var answer = await site.Client.GetAsync(address, Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Stop);
    }

    private static async Task<HttpResponseMessage> PostAsync(
        TestSite site,
        string address,
        params (string Name, string Value)[] fields
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent(
                fields.Select(field => KeyValuePair.Create(field.Name, field.Value))
            ),
        };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return await site.Client.SendAsync(request, Stop);
    }
}
