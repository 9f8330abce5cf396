using System.Net;
using YosWorkflow.Core;
using YosWorkflow.Web.Routing;
using YosWorkflow.Web.Tests.Access;

namespace YosWorkflow.Web.Tests.Security;

/// <summary>What answers tell browsers, of every route there is, to who may see it and who may not.</summary>
[Collection(nameof(AccessSites))]
public sealed class HeaderTests(AccessSites sites)
{
    private static readonly string[] Kept = ["/assets/{name}"];
    private static readonly string[] Framed = ["/teams"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Templates =>
        [
            .. YosRoutes
                .All.Add(YosRoutes.Sent)
                .AddRange(YosRoutes.SignIn)
                .Select(route => route.Template)
                .Distinct(),
        ];

    [Theory]
    [MemberData(nameof(Templates))]
    public async Task Get_EveryAddress_IsNotKeptNotSniffedNotFramedAndRunsNoScript(string template)
    {
        foreach (var caller in new[] { "NOBODY", "UNKNOWN", "CM1", "KEY" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, AddressOf(template));
            await sites.SignAsync(request, "azure", caller, Stop);
            using var answer = await sites.Azure.Client.SendAsync(request, Stop);

            Assert.Equal(!Kept.Contains(template), answer.Headers.CacheControl?.NoStore);
            Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
            Assert.Equal(["no-referrer"], answer.Headers.GetValues("Referrer-Policy"));
            Assert.Equal(!Framed.Contains(template), answer.Headers.Contains("X-Frame-Options"));
            var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
            Assert.StartsWith("default-src 'none';", policy, StringComparison.Ordinal);
            Assert.Contains("base-uri 'none'", policy, StringComparison.Ordinal);
            Assert.Contains("form-action 'self'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
            Assert.Equal(
                !Framed.Contains(template),
                policy.Contains("frame-ancestors 'none'", StringComparison.Ordinal)
            );
        }
    }

    [Theory]
    [InlineData("https", true)]
    [InlineData("HTTPS", true)]
    [InlineData("http", false)]
    [InlineData(null, false)]
    public async Task Get_ByHttps_AsksForItFromNowOn(string? scheme, bool isAsked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/problems");
        if (scheme is not null)
        {
            request.Headers.Add("X-Forwarded-Proto", scheme);
        }

        using var answer = await sites.Azure.Client.SendAsync(request, Stop);

        Assert.Equal(isAsked, answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Get_WhatIsTheSameForEverybody_MayBeKept()
    {
        using var answer = await sites.Azure.Client.GetAsync("/assets/site.css?v=1", Stop);

        Assert.True(answer.Headers.CacheControl?.Public);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static string AddressOf(string template) =>
        template
            .Replace("{date}", IsoDate.Format(Seed.Today), StringComparison.Ordinal)
            .Replace("{name}", "icon.svg", StringComparison.Ordinal)
            .Replace("{programme}", "golden-thread", StringComparison.Ordinal)
            .Replace("{month}", "2011-10", StringComparison.Ordinal)
            .Replace("{caseRef}", "K-OWN", StringComparison.Ordinal)
            .Replace("{ruleId}", "asset-start", StringComparison.Ordinal)
            .Replace("{actionId}", "1", StringComparison.Ordinal);
}
