using System.Net;
using System.Net.Http.Json;
using YosWorkflow.Web.Tests.Access;

namespace YosWorkflow.Web.Tests.Security;

/// <summary>A page of another site that is open in a person's browser must not act in their name.</summary>
[Collection(nameof(AccessSites))]
public sealed class OtherSitesTests(AccessSites sites)
{
    private const string Acknowledgements = "/api/obligations/K-OWN/asset-start/acknowledgements";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Foreign =>
        new()
        {
            { "Sec-Fetch-Site", "cross-site" },
            { "Sec-Fetch-Site", "same-site" },
            { "Sec-Fetch-Site", "something-new" },
            { "Origin", "https://evil.example" },
            { "Origin", "https://yos.example.evil.example" },
            { "Origin", "null" },
        };

    [Theory]
    [MemberData(nameof(Foreign))]
    public async Task Post_InTheNameOfASignedInPerson_IsRefused(string header, string value)
    {
        var answer = await AcknowledgeAsync("azure", "PS1", header, value);

        var problem = await answer.ProblemAsync(HttpStatusCode.Forbidden);
        Assert.Equal("/problems#foreign-page", problem.GetProperty("type").GetString());
    }

    [Theory]
    [MemberData(nameof(Foreign))]
    public async Task Post_ToADevelopersMachine_IsRefused(string header, string value)
    {
        await (await AcknowledgeAsync("local", "DEV", header, value)).ProblemAsync(HttpStatusCode.Forbidden);
        await (await AcknowledgeAsync("local", "PS1", header, value)).ProblemAsync(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    [InlineData("Sec-Fetch-Site", "none")]
    [InlineData("Origin", "https://yos.example")]
    [InlineData("X-Nothing", "of the kind")]
    public async Task Post_FromAPageOfOursOrAProgramOfTheirs_IsDone(string header, string value) =>
        Assert.Equal(
            HttpStatusCode.Created,
            (await AcknowledgeAsync("azure", "PS1", header, value)).StatusCode
        );

    // No browser sends a key unasked, so that it does not matter from where it comes.
    [Fact]
    public async Task Post_WithAKey_IsDoneWhereverItComesFrom()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/chases");
        request.Headers.Add("x-functions-key", TestSite.RightKey);
        request.Headers.Add("Origin", "https://evil.example");

        Assert.Equal(HttpStatusCode.Accepted, (await sites.Azure.Client.SendAsync(request, Stop)).StatusCode);
    }

    [Fact]
    public async Task Get_WhatIsForProgramsOnADevelopersMachine_IsRefusedToAnotherSitesPage()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/obligations");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");

        await (await sites.Local.Client.SendAsync(request, Stop)).ProblemAsync(HttpStatusCode.Forbidden);
    }

    // Links to pages are in emails, and may be anywhere; what they lead to, no other site's page can read.
    [Fact]
    public async Task Get_APageByALinkFromAnotherSite_IsShownAndCannotBeReadByThatSite()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/my-day?for=CM1");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        request.Headers.Add("Origin", "https://evil.example");

        var answer = await sites.Local.Client.SendAsync(request, Stop);

        await answer.HtmlAsync();
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.Equal("same-origin", answer.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Cross-Origin-Opener-Policy").Single());
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    public async Task Post_AFormThatIsNotOnAPageOfOurs_IsRefused(string? header, string? value)
    {
        foreach (var address in new[] { "/sign-in", "/sign-out" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address)
            {
                Content = new FormUrlEncodedContent([KeyValuePair.Create("staffId", "HOS")]),
            };
            if (header is not null)
            {
                request.Headers.Add(header, value);
            }

            var answer = await sites.Local.Client.SendAsync(request, Stop);

            await answer.HtmlAsync(HttpStatusCode.Forbidden);
            Assert.False(answer.Headers.Contains("Set-Cookie"));
        }
    }

    [Fact]
    public async Task Post_AFormByTheOriginOfThisHost_IsDone()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("staffId", "HOS")]),
        };
        request.Headers.Add("Origin", sites.Local.Client.BaseAddress!.GetLeftPart(UriPartial.Authority));

        Assert.Equal(HttpStatusCode.SeeOther, (await sites.Local.Client.SendAsync(request, Stop)).StatusCode);
    }

    private async Task<HttpResponseMessage> AcknowledgeAsync(
        string host,
        string caller,
        string header,
        string value
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Acknowledgements)
        {
            Content = JsonContent.Create(new { reason = "The family has moved.", until = "2011-10-14" }),
        };
        request.Headers.Add(header, value);
        await sites.SignAsync(request, host, caller, Stop);
        var site = host == "azure" ? sites.Azure : sites.Local;
        return await site.Client.SendAsync(request, Stop);
    }
}
