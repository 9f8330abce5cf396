using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using YosWorkflow.Services.Import;
using YosWorkflow.TestKit;
using YosWorkflow.Web.Routes.Imports;

namespace YosWorkflow.Web.Tests.Pages;

/// <summary>A large import that was confirmed on the page, and goes on by itself in the host.</summary>
public sealed class ImportProgressTests(AzuriteFixture azurite)
{
    private const int MostAtOnce = 2 * 1024 * 1024;

    private static readonly string LargeStaff = Seed.SmallStaff + new string('\n', MostAtOnce);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Confirm_LargeFiles_LeadsToHowFarTheyAreAndThenToWhatTheyDid()
    {
        var starter = new NotedStarter();
        await using var site = await StartAsync(starter);
        var import = site.Service<StagedImport>();
        var (id, preview) = await UploadAsync(site, LargeStaff);

        using var confirmed = await ConfirmAsync(site, preview);
        var progress = confirmed.Headers.Location!.ToString();

        Assert.Equal([id], starter.Started);
        Assert.StartsWith(preview + "/progress?since=", progress, StringComparison.Ordinal);
        Assert.Contains("being compared with what is known", await GetAsync(site, progress));
        await import.PlanAsync(id, Guid.NewGuid(), Stop);
        var html = await GetAsync(site, progress);
        Assert.Contains("0 of 2", html, StringComparison.Ordinal);
        Assert.Contains("Tue 4 Oct 2011, 10:00", html, StringComparison.Ordinal);
        Assert.Equal(0, (await import.WriteAsync(id, Stop)).EntitiesLeft);
        html = await GetAsync(site, progress);
        Assert.Contains("2 of 2", html, StringComparison.Ordinal);
        Assert.Contains("<title>100% – Import under way", html, StringComparison.Ordinal);
        await import.FinishAsync(id, 0, Stop);
        using var done = await site.Client.GetAsync(progress, Stop);
        Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        Assert.Equal($"/imports/{id}", done.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Confirm_SmallFilesInTheSameHost_AreImportedAtOnce()
    {
        var starter = new NotedStarter();
        await using var site = await StartAsync(starter);
        var (id, preview) = await UploadAsync(site, Seed.SmallStaff);

        using var confirmed = await ConfirmAsync(site, preview);

        Assert.Empty(starter.Started);
        Assert.Equal($"/imports/{id}", confirmed.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Confirm_LargeFilesInAHostThatCantGoOnByItself_AreImportedInTheRequest()
    {
        await using var site = await StartAsync(starter: null);
        var (id, preview) = await UploadAsync(site, LargeStaff);

        using var confirmed = await ConfirmAsync(site, preview);

        Assert.Equal($"/imports/{id}", confirmed.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Get_ProgressOfAnImportThatBrokeOff_IsNotTakenForAnEarlierOneOfTheSameFiles()
    {
        await using var site = await StartAsync(new NotedStarter());
        var (id, preview) = await UploadAsync(site, Seed.SmallStaff);
        using var earlier = await ConfirmAsync(site, preview);
        site.Clock.Advance(TimeSpan.FromHours(1));
        var since = site.Clock.GetUtcNow().ToUnixTimeSeconds();

        using var answer = await site.Client.GetAsync($"{preview}/progress?since={since}", Stop);

        Assert.Equal($"/imports/{id}", earlier.Headers.Location!.ToString());
        Assert.Contains("has broken off", await answer.HtmlAsync(HttpStatusCode.NotFound));
    }

    [Fact]
    public async Task Get_Progress_LooksAgainByItselfOnlyWhereThatWasAskedFor()
    {
        await using var site = await StartAsync(new NotedStarter());
        var (_, preview) = await UploadAsync(site, LargeStaff);
        using var confirmed = await ConfirmAsync(site, preview);
        var progress = confirmed.Headers.Location!.ToString();

        var still = await GetAsync(site, progress);
        var moving = await GetAsync(site, progress + "&every=5");
        using var wild = await site.Client.GetAsync(progress + "&every=0", Stop);

        Assert.DoesNotContain("http-equiv=\"refresh\"", still, StringComparison.Ordinal);
        Assert.Contains("&every=5", still, StringComparison.Ordinal);
        Assert.Contains("<meta http-equiv=\"refresh\" content=\"5\"", moving, StringComparison.Ordinal);
        Assert.Contains("Stop looking", moving, StringComparison.Ordinal);
        await wild.HtmlAsync(HttpStatusCode.BadRequest);
    }

    private async Task<TestSite> StartAsync(IStagedImportStarter? starter) =>
        await TestSite.StartAsync(
            await azurite.NewStorageAsync(Stop),
            Seed.Today,
            Stop,
            others: services =>
            {
                if (starter is not null)
                {
                    services.AddSingleton(starter);
                }
            }
        );

    private static async Task<(string Id, string Preview)> UploadAsync(TestSite site, string staff)
    {
        using var answer = await SendAsync(
            site,
            "/import",
            new MultipartFormDataContent
            {
                { new ByteArrayContent(Encoding.UTF8.GetBytes(staff)), "staff", "staff.csv" },
            }
        );
        var preview = answer.Headers.Location!.ToString();
        return (preview.Split('/')[^1], preview);
    }

    private static Task<HttpResponseMessage> ConfirmAsync(TestSite site, string preview) =>
        SendAsync(
            site,
            preview + "/confirm",
            new FormUrlEncodedContent([KeyValuePair.Create("attempt", Guid.NewGuid().ToString())])
        );

    private static async Task<HttpResponseMessage> SendAsync(
        TestSite site,
        string address,
        HttpContent content
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        var answer = await site.Client.SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return answer;
    }

    private static async Task<string> GetAsync(TestSite site, string address)
    {
        using var answer = await site.Client.GetAsync(address, Stop);
        return WebUtility.HtmlDecode(await answer.HtmlAsync());
    }

    private sealed class NotedStarter : IStagedImportStarter
    {
        public List<string> Started { get; } = [];

        public Task StartAsync(string id, CancellationToken cancellationToken)
        {
            Started.Add(id);
            return Task.CompletedTask;
        }
    }
}
