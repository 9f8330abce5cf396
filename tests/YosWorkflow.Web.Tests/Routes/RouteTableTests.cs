using System.Net;
using Microsoft.AspNetCore.Routing;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Tests.Routes;

[Collection(nameof(KentSite))]
public sealed class RouteTableTests(KentSite kent)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void MapYosRoutes_TheWholeTable_IsMappedAndNothingElse()
    {
        var mapped = kent
            .Site.Endpoints.OfType<RouteEndpoint>()
            .SelectMany(endpoint =>
                (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["any"]).Select(method =>
                    $"{method} {endpoint.RoutePattern.RawText}"
                )
            );

        Assert.Equal(
            YosRoutes
                .All.AddRange(YosRoutes.SignIn)
                .Add(YosRoutes.Sent)
                .SelectMany(route => route.Methods.Select(method => $"{method} {route.Template}"))
                .Append("any {**path}")
                .Order(StringComparer.Ordinal),
            mapped.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Access_OfEveryRouteThatShowsTheCaseload_IsRestricted() =>
        Assert.Equal(
            [
                "/api/webhooks/sendgrid",
                "/api/health",
                "/api/openapi.json",
                "/problems",
                "/api-docs",
                "/teams",
                "/assets/{name}",
            ],
            YosRoutes.All.Where(route => route.Access == RouteAccess.Anyone).Select(route => route.Template)
        );

    [Theory]
    [InlineData("/api/nothing")]
    [InlineData("/api")]
    [InlineData("/api/obligations/K1/asset-start")]
    public async Task Get_UnknownApiAddress_IsAProblem(string address) =>
        await (await kent.Client.GetAsync(address, Stop)).ProblemAsync(HttpStatusCode.NotFound);

    [Fact]
    public async Task Get_UnknownPage_IsAPageThatLeadsHome()
    {
        var html = await (await kent.Client.GetAsync("/nothing/here", Stop)).HtmlAsync(
            HttpStatusCode.NotFound
        );

        Assert.Contains("href=\"/\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DELETE", "/api/obligations", "GET, HEAD")]
    [InlineData("GET", "/api/chases", "POST")]
    [InlineData("PUT", "/api/caseload/imports", "POST")]
    [InlineData("GET", "/api/obligations/K1/asset-start/acknowledgements", "POST")]
    public async Task Send_MethodThatAnAddressDoesNotAnswer_SaysWhichItDoes(
        string method,
        string address,
        string allowed
    )
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);

        var answer = await kent.Client.SendAsync(request, Stop);

        await answer.ProblemAsync(HttpStatusCode.MethodNotAllowed);
        Assert.Equal(allowed, string.Join(", ", answer.Content.Headers.Allow));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/api/obligations?pageSize=1")]
    [InlineData("/nothing")]
    [InlineData("/api/nothing")]
    public async Task Get_Anything_IsNotKeptNotFramedAndRunsNoScript(string address)
    {
        var headers = (await kent.Client.GetAsync(address, Stop)).Headers;

        Assert.True(headers.CacheControl?.NoStore);
        Assert.Equal(["nosniff"], headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["no-referrer"], headers.GetValues("Referrer-Policy"));
        var policy = Assert.Single(headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_TheTeamsTab_MayBeFramedByTeamsAndShowsNothingOfAnybody()
    {
        var answer = await kent.Client.GetAsync("/teams", Stop);

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains(
            "frame-ancestors https://teams.microsoft.com https://teams.cloud.microsoft",
            policy,
            StringComparison.Ordinal
        );
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("X-Frame-Options"));
        var html = await answer.HtmlAsync(HttpStatusCode.OK);
        Assert.Contains("href=\"/my-day\" target=\"_blank\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Head_APage_AnswersLikeGetWithoutABody()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, "/obligations");

        var answer = await kent.Client.SendAsync(request, Stop);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(Stop));
    }
}
