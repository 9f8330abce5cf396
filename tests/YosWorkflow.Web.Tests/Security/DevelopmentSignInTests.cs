using System.Net;
using YosWorkflow.TestKit;
using YosWorkflow.Web.Tests.Access;

namespace YosWorkflow.Web.Tests.Security;

/// <summary>The sign-in without a password: that it is where it is meant to be, and nowhere else.</summary>
[Collection(nameof(AccessSites))]
public sealed class DevelopmentSignInTests(AccessSites sites, AzuriteFixture azurite)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("production")]
    [InlineData("test")]
    public async Task SignIn_OutsideDevelopment_DoesNotExist(string environment)
    {
        await using var site = await TestSite.StartAsync(
            sites.Local.Storage,
            Seed.Today,
            Stop,
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["Service__Environment"] = environment }
        );

        await (await site.Client.GetAsync("/sign-in", Stop)).HtmlAsync(HttpStatusCode.NotFound);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(site, "/sign-in", Form("HOS"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(site, "/sign-out", Form())).StatusCode);
        await (await site.Client.GetAsync("/api/obligations", Stop)).ProblemAsync(
            HttpStatusCode.Unauthorized
        );
        await (await site.Client.GetAsync("/", Stop)).HtmlAsync(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task SignIn_InDevelopmentInAzure_DoesNotExist()
    {
        var settings = new Dictionary<string, string?>(AccessSites.InAzure, StringComparer.Ordinal)
        {
            ["Service__Environment"] = "development",
        };
        await using var site = await TestSite.StartAsync(sites.Local.Storage, Seed.Today, Stop, settings);

        await (await site.Client.GetAsync("/sign-in", Stop)).HtmlAsync(HttpStatusCode.NotFound);
        await (await site.Client.GetAsync("/api/obligations", Stop)).ProblemAsync(
            HttpStatusCode.Unauthorized
        );
    }

    // A proxy on the machine makes everyone look local, and a name of somebody's own can be made to lead here.
    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("X-Forwarded-For", "127.0.0.1, 203.0.113.7")]
    [InlineData("X-Forwarded-For", "unknown")]
    [InlineData("X-Forwarded-Host", "yos.example")]
    [InlineData("Forwarded", "for=203.0.113.7")]
    [InlineData("Host", "elsewhere.example")]
    [InlineData("Host", "127.0.0.1.elsewhere.example")]
    [InlineData("Host", "203.0.113.7")]
    public async Task SignIn_FromAnotherMachine_DoesNotExistAndNothingIsShown(string header, string value)
    {
        Assert.Equal(HttpStatusCode.NotFound, await GetAsync("/sign-in"));
        Assert.Equal(HttpStatusCode.Forbidden, await GetAsync("/"));
        Assert.Equal(HttpStatusCode.Unauthorized, await GetAsync("/api/obligations?pageSize=1"));

        async Task<HttpStatusCode> GetAsync(string address)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.TryAddWithoutValidation(header, value);
            return (await sites.Local.Client.SendAsync(request, Stop)).StatusCode;
        }
    }

    [Theory]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("X-Forwarded-For", "[::1]:5000, 127.0.0.1:4000")]
    [InlineData("Host", "localhost:1")]
    [InlineData("Host", "LOCALHOST")]
    [InlineData("Host", "[::1]:7071")]
    public async Task SignIn_OnTheMachineByAnyNameOfIts_IsThere(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sign-in");
        request.Headers.TryAddWithoutValidation(header, value);

        await (await sites.Local.Client.SendAsync(request, Stop)).HtmlAsync();
    }

    [Fact]
    public async Task SignIn_AsSomebody_IsThemByACookieThatNoScriptReads()
    {
        var answer = await PostAsync(sites.Local, "/sign-in", Form("CM1"));

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Contains("; httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("; samesite=lax", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("CM1", cookie, StringComparison.Ordinal);
        var html = await (await GetAsync(sites.Local, "/my-day", cookie.Split(';')[0])).HtmlAsync();
        Assert.Contains("Person CM1", html, StringComparison.Ordinal);
        Assert.Contains("Sign out", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Nobody is signed in", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_WithoutSigningIn_SaysThatNobodyIsAndLeadsBackAfterwards()
    {
        var html = await (await sites.Local.Client.GetAsync("/obligations?team=North", Stop)).HtmlAsync();

        Assert.Contains("Nobody is signed in", html, StringComparison.Ordinal);
        Assert.Contains(
            "href=\"/sign-in?return=%2Fobligations%3Fteam%3DNorth\"",
            html,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("0")]
    [InlineData("CM1")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    public async Task Get_AForgedCookie_IsNobodysAndNotTheDevelopers(string token)
    {
        var cookie = $"{(await sites.Local.SignInAsync("CM1", Stop)).Split('=')[0]}={token}";

        await (await GetAsync(sites.Local, "/api/obligations", cookie)).ProblemAsync(
            HttpStatusCode.Unauthorized
        );
        var page = await GetAsync(sites.Local, "/my-day?for=CM1", cookie);
        Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);
        Assert.Equal("/sign-in?return=%2Fmy-day%3Ffor%3DCM1", page.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task SignOut_ACookieThatWasKept_CountsNoLonger()
    {
        var cookie = await sites.Local.SignInAsync("CM1", Stop);

        var answer = await PostAsync(sites.Local, "/sign-out", Form(), ("Cookie", cookie));

        Assert.Equal("/", answer.Headers.Location?.OriginalString);
        Assert.Contains(
            "expires=Thu, 01 Jan 1970",
            answer.Headers.GetValues("Set-Cookie").Single(),
            StringComparison.Ordinal
        );
        await (await GetAsync(sites.Local, "/api/obligations", cookie)).ProblemAsync(
            HttpStatusCode.Unauthorized
        );
    }

    [Fact]
    public async Task Get_AfterTwelveHours_NobodyIsSignedInAnyMore()
    {
        await using var site = await TestSite.StartAsync(sites.Local.Storage, Seed.Today, Stop);
        var cookie = await site.SignInAsync("CM1", Stop);

        site.Clock.Advance(TimeSpan.FromHours(12) - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(site, "/api/obligations", cookie)).StatusCode);
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        await (await GetAsync(site, "/api/obligations", cookie)).ProblemAsync(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Get_WhoHasLeftSince_HasNoPlace()
    {
        var storage = await azurite.NewStorageAsync(Stop);
        await AccessCaseload.SeedAsync(storage, Stop);
        await using var site = await TestSite.StartAsync(storage, Seed.Today, Stop);
        var cookie = await site.SignInAsync("CM1", Stop);

        await AccessCaseload.SeedAsync(
            storage,
            Stop,
            AccessCaseload.StaffFile.Replace(
                "CM1,case_manager,North,PS1,Y",
                "CM1,case_manager,North,PS1,N",
                StringComparison.Ordinal
            )
        );

        var html = await (await GetAsync(site, "/my-day", cookie)).HtmlAsync(HttpStatusCode.Forbidden);
        Assert.Contains("not at work", html, StringComparison.Ordinal);
        Assert.Contains("Person ADM", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("//evil.example/my-day")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("http:evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\t/evil.example")]
    [InlineData("/my-day\r\nSet-Cookie: a=b")]
    [InlineData("/my-day\u0000")]
    [InlineData("/ümlaut")]
    [InlineData(" /my-day x")]
    [InlineData("my-day")]
    [InlineData("?x")]
    [InlineData("")]
    public async Task SignIn_ReturnToAnywhereElse_LeadsHome(string back)
    {
        var answer = await PostAsync(sites.Local, "/sign-in", Form("CM1", back));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("/", answer.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("/my-day?for=CM1&asOf=2011-10-04")]
    [InlineData("/obligations?team=North%20West")]
    public async Task SignIn_ReturnToAPageOfOurs_LeadsThere(string back)
    {
        var answer = await PostAsync(sites.Local, "/sign-in", Form("CM1", back));

        Assert.Equal(back, answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Get_APageThatBeginsWithTwoSlashes_IsNotReturnedTo()
    {
        using var raw = new RawRequest(sites.Azure.Client.BaseAddress!);

        Assert.Equal(
            404,
            await raw.SendAsync(
                "GET //evil.example/my-day HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                Stop
            )
        );
    }

    [Theory]
    [InlineData("NOBODY", HttpStatusCode.UnprocessableEntity)]
    [InlineData("GONE", HttpStatusCode.UnprocessableEntity)]
    [InlineData("", HttpStatusCode.BadRequest)]
    public async Task SignIn_AsWhoIsNotThere_IsRefused(string staffId, HttpStatusCode status)
    {
        var answer = await PostAsync(sites.Local, "/sign-in", Form(staffId));

        await answer.HtmlAsync(status);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task SignIn_FieldsThatAreNotKnownOrComeTwice_AreRefused()
    {
        var known = KeyValuePair.Create("staffId", "CM1");
        KeyValuePair<string, string>[][] forms =
        [
            [known, KeyValuePair.Create("role", "administrator")],
            [known, known],
        ];
        foreach (var form in forms)
        {
            var answer = await PostAsync(sites.Local, "/sign-in", new FormUrlEncodedContent(form));
            await answer.HtmlAsync(HttpStatusCode.BadRequest);
        }
    }

    private static FormUrlEncodedContent Form(string? staffId = null, string? back = null) =>
        new(
            new[] { KeyValuePair.Create("staffId", staffId), KeyValuePair.Create("return", back) }
                .Where(field => field.Value is not null)
                .Select(field => KeyValuePair.Create(field.Key, field.Value!))
        );

    private static async Task<HttpResponseMessage> GetAsync(TestSite site, string address, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Cookie", cookie);
        return await site.Client.SendAsync(request, Stop);
    }

    private static async Task<HttpResponseMessage> PostAsync(
        TestSite site,
        string address,
        HttpContent form,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = form };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return await site.Client.SendAsync(request, Stop);
    }
}
