using System.Net;
using YosWorkflow.Local.Tests.Azurite;

namespace YosWorkflow.Local.Tests.Serving;

/// <summary>The local host as a process of its own.</summary>
public sealed class ServeTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    // In the morning of a working day the schedule has something to say, so this service is where it is later than noon.
    private static Dictionary<string, string> Afternoon =>
        new()
        {
            ["Service__TimeZone"] = TimeProvider.System.GetUtcNow().Hour < 12 ? "Etc/GMT-12" : "Etc/UTC",
        };

    [Fact]
    public async Task Serve_UntilCtrlC_AnswersAndEndsWithoutAWordOfFailure()
    {
        using var directory = new WorkDirectory();
        var address = $"http://localhost:{TwoVerbsTests.FreePort()}";
        using var serve = Verb.Start(directory, Afternoon, "serve", "--urls", address);
        var line = await serve.LineWithAsync("serves");
        using var client = new HttpClient { BaseAddress = new Uri(address) };

        Assert.Equal($"YosWorkflow serves {address}", line);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/health", Stop)).StatusCode);
        Assert.Contains(
            "Nothing has been sent yet",
            await client.GetStringAsync("/sent", Stop),
            StringComparison.Ordinal
        );
        var other = await Verb.RunAsync(directory, "serve", "--urls", address);
        Assert.Contains($"{address} is in use", other.AssertRefused(1), StringComparison.Ordinal);
        var result = await serve.InterruptAsync();
        // In the morning it has chased, and says so.
        Assert.Equal(0, result.ExitCode);
        Assert.DoesNotContain("[", result.Error, StringComparison.Ordinal);
    }

    // A page of another site that is open in the same browser, by either of the ways in which it could get here.
    [Fact]
    public async Task Serve_ARequestOfAnotherSitesPage_IsRefused()
    {
        using var directory = new WorkDirectory();
        var address = $"http://127.0.0.1:{TwoVerbsTests.FreePort()}";
        using var serve = Verb.Start(directory, "serve", "--urls", address);
        await serve.LineWithAsync("serves");
        using var client = new HttpClient { BaseAddress = new Uri(address) };

        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(("Sec-Fetch-Site", "cross-site")));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(("Origin", "https://elsewhere.example")));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(("Host", "elsewhere.example")));
        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(("Sec-Fetch-Site", "same-origin")));
        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(("Origin", address)));

        async Task<HttpStatusCode> PostAsync((string Name, string Value) header)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/chases")
            {
                Content = new StringContent("""{"asOf":"2011-10-04"}""", null, "application/json"),
            };
            request.Headers.TryAddWithoutValidation(header.Name, header.Value);
            return (await client.SendAsync(request, Stop)).StatusCode;
        }
    }

    [Fact]
    public async Task Serve_InDevelopment_OffersToSignInAndShowsThatPersonsOwn()
    {
        using var directory = new WorkDirectory();
        var address = $"http://127.0.0.1:{TwoVerbsTests.FreePort()}";
        using var serve = Verb.Start(directory, "serve", "--urls", address);
        await serve.LineWithAsync("serves");
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        using var staff = new MultipartFormDataContent
        {
            {
                new StringContent("staff_id,name,email,role\nCM1,Ben,cm1@yos.example,case_manager"),
                "staff",
                "s.csv"
            },
        };
        Assert.Equal(
            HttpStatusCode.OK,
            (await client.PostAsync("/api/caseload/imports", staff, Stop)).StatusCode
        );

        using var form = new HttpRequestMessage(HttpMethod.Post, "/sign-in")
        {
            Content = new FormUrlEncodedContent([
                KeyValuePair.Create("staffId", "CM1"),
                KeyValuePair.Create("return", "/my-day"),
            ]),
        };
        form.Headers.Add("Sec-Fetch-Site", "same-origin");
        var page = await (await client.SendAsync(form, Stop)).Content.ReadAsStringAsync(Stop);

        Assert.Contains("Ben, Case manager", WithoutTags(page), StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await client.PostAsync("/api/chases", null, Stop)).StatusCode
        );
    }

    [Fact]
    public async Task Serve_InProduction_LetsNobodyInWithoutASignIn()
    {
        using var directory = new WorkDirectory();
        var address = $"http://127.0.0.1:{TwoVerbsTests.FreePort()}";
        directory.Write(
            "local.settings.json",
            """{"Values":{"Service__Environment":"production","Delivery__Mode":"capture"}}"""
        );
        using var serve = Verb.Start(directory, "serve", "--urls", address);
        await serve.LineWithAsync("serves");
        using var client = new HttpClient { BaseAddress = new Uri(address) };

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/health", Stop)).StatusCode);
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            (await client.GetAsync("/api/obligations", Stop)).StatusCode
        );
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/sign-in", Stop)).StatusCode);
    }

    private static string WithoutTags(string html) =>
        System.Text.RegularExpressions.Regex.Replace(
            html,
            "<[^>]*>",
            "",
            System.Text.RegularExpressions.RegexOptions.None,
            TimeSpan.FromSeconds(1)
        );
}
