using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using YosWorkflow.Services.Settings;
using YosWorkflow.TestKit;
using YosWorkflow.Web.Access;
using YosWorkflow.Web.Routing;
using YosWorkflow.Web.Tests.Access;

namespace YosWorkflow.Web.Tests.Security;

/// <summary>What anyone may call, nobody may call without end.</summary>
public sealed class RateLimitTests(AzuriteFixture azurite)
{
    private static readonly TimeSpan AnHour = TimeSpan.FromHours(1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Routes_ThatAskNobodyWhoTheyAreAndReadOrMakeSomething_AreLimited() =>
        Assert.Equal(
            [
                "/api/webhooks/sendgrid",
                "/api/health",
                "/api/openapi.json",
                "/api-docs",
                "/sign-in",
                "/sign-in",
                "/sign-out",
            ],
            YosRoutes
                .All.AddRange(YosRoutes.SignIn)
                .Where(route => route.Limit is not null)
                .Select(route => route.Template)
        );

    [Fact]
    public async Task Post_MoreThanAnyoneNeeds_IsHeldBackByAddressAndSaysForHowLong()
    {
        await using var site = await StartAsync();

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 500)
                .Select(n => PostAsync(site, n % 2 == 0 ? "203.0.113.7" : "203.0.113.7:4711"))
        );

        var held = answers.Where(answer => answer.StatusCode == HttpStatusCode.TooManyRequests).ToArray();
        Assert.Equal(200, held.Length);
        Assert.All(
            answers.Except(held),
            answer => Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode)
        );
        await held[0].ProblemAsync(HttpStatusCode.TooManyRequests);
        Assert.InRange(
            int.Parse(held[0].Headers.GetValues("Retry-After").Single(), CultureInfo.InvariantCulture),
            1,
            AnHour.TotalSeconds
        );

        // Somebody else is not held up by it, nor is another route.
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(site, "203.0.113.8")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await site.Client.GetAsync("/api/health", Stop)).StatusCode);
    }

    [Fact]
    public async Task Post_AfterAPause_IsLookedAtAgain()
    {
        await using var site = await StartAsync(TimeSpan.FromSeconds(3));
        IEnumerable<HttpResponseMessage> answers;
        do
        {
            answers = await Task.WhenAll(
                Enumerable.Range(0, 500).Select(_ => PostAsync(site, "203.0.113.7"))
            );
        } while (answers.All(answer => answer.StatusCode != HttpStatusCode.TooManyRequests));

        while ((await PostAsync(site, "203.0.113.7")).StatusCode == HttpStatusCode.TooManyRequests)
        {
            await Task.Delay(100, Stop);
        }
    }

    // Elsewhere nobody puts that header right, so that it would be a way around.
    [Fact]
    public async Task Get_OutsideAzure_AnAddressThatIsOnlySaidDoesNotCount()
    {
        await using var site = await TestSite.StartAsync(
            await azurite.NewStorageAsync(Stop),
            Seed.Today,
            Stop,
            others: Slowly(AnHour)
        );
        var statuses = await Task.WhenAll(
            Enumerable
                .Range(0, 250)
                .Select(async n =>
                {
                    using var request = new HttpRequestMessage(HttpMethod.Get, "/api/health");
                    request.Headers.Add("X-Client-IP", $"203.0.113.{n}");
                    using var answer = await site.Client.SendAsync(request, Stop);
                    return answer.StatusCode;
                })
        );

        Assert.Contains(HttpStatusCode.TooManyRequests, statuses);
    }

    private Task<TestSite> StartAsync() => StartAsync(AnHour);

    private async Task<TestSite> StartAsync(TimeSpan second) =>
        await TestSite.StartAsync(
            await azurite.NewStorageAsync(Stop),
            Seed.Today,
            Stop,
            AccessSites.InAzure,
            others: Slowly(second)
        );

    // However slow the machine, nothing that was used up comes back while a test asks.
    private static Action<IServiceCollection> Slowly(TimeSpan second) =>
        services =>
            services.AddSingleton(provider => new RouteLimits(
                provider.GetRequiredService<YosSettings>(),
                second
            ));

    private static async Task<HttpResponseMessage> PostAsync(TestSite site, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/webhooks/sendgrid")
        {
            Content = new StringContent("[]", Encoding.UTF8, "application/json"),
        };
        // The first is what the front end says; the other is anyone's to say.
        request.Headers.Add("X-Client-IP", address);
        request.Headers.Add("X-Forwarded-For", Guid.NewGuid().ToString());
        return await site.Client.SendAsync(request, Stop);
    }
}
