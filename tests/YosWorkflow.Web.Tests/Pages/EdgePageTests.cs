using System.Net;
using YosWorkflow.Services.Storage;
using YosWorkflow.TestKit;

namespace YosWorkflow.Web.Tests.Pages;

public sealed class EdgePageTests(AzuriteFixture azurite)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Get_EmptyStorage_EveryPageSaysWhatToDo()
    {
        await using var site = await TestSite.StartAsync(
            await azurite.NewStorageAsync(Stop),
            Seed.Today,
            Stop
        );

        Assert.Contains("import --staff", await GetAsync(site, "/"), StringComparison.Ordinal);
        Assert.Contains("staff list is empty", await GetAsync(site, "/my-day"), StringComparison.Ordinal);
        Assert.Contains("None fits", await GetAsync(site, "/obligations"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_MarkupInAName_IsShownAsText()
    {
        var storage = await azurite.NewStorageAsync(Stop);
        await Seed.SmallAsync(storage, Stop);
        await using var site = await TestSite.StartAsync(storage, Seed.Today, Stop);

        foreach (var address in new[] { "/", "/my-day?for=CM1", "/my-day?for=PS1", "/obligations" })
        {
            var html = await GetAsync(site, address);
            Assert.Contains("Ben &lt;b&gt;Shah&lt;/b&gt;", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<b>Shah", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Get_DayBeyondTheBankHolidays_SaysWhichYearIsMissing()
    {
        var storage = await azurite.NewStorageAsync(Stop);
        await Seed.SmallAsync(storage, Stop);
        await using var site = await TestSite.StartAsync(storage, Seed.Today, Stop);

        var problem = await (
            await site.Client.GetAsync("/api/obligations?asOf=2199-01-01", Stop)
        ).ProblemAsync(HttpStatusCode.UnprocessableEntity);
        var page = await (await site.Client.GetAsync("/?asOf=2199-01-01", Stop)).HtmlAsync(
            HttpStatusCode.UnprocessableEntity
        );

        Assert.Contains(
            "of 2199 are not known",
            problem.GetProperty("detail").GetString(),
            StringComparison.Ordinal
        );
        Assert.Contains("of 2199 are not known", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_StorageThatIsDown_IsServiceUnavailableAndNoStackTrace()
    {
        var storage = TableStorage.FromConnectionString(
            "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=YQ==;TableEndpoint=http://127.0.0.1:1/a;",
            "",
            options => options.Retry.MaxRetries = 0
        );
        await using var site = await TestSite.StartAsync(storage, Seed.Today, Stop);

        foreach (var address in new[] { "/api/obligations", "/api/health" })
        {
            await (await site.Client.GetAsync(address, Stop)).ProblemAsync(HttpStatusCode.ServiceUnavailable);
        }

        var html = await (await site.Client.GetAsync("/", Stop)).HtmlAsync(HttpStatusCode.ServiceUnavailable);
        Assert.Contains("Storage does not answer", html, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", html, StringComparison.Ordinal);
    }

    private static async Task<string> GetAsync(TestSite site, string address) =>
        await (await site.Client.GetAsync(address, Stop)).HtmlAsync();
}
