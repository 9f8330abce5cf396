using System.Net;
using YosWorkflow.TestKit;

namespace YosWorkflow.Web.Tests.Pages;

public sealed class AcknowledgePageTests(AzuriteFixture azurite)
{
    private const string Address = "/acknowledge/K1/asset-start";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Post_Form_IsKeptConfirmedAndInTheOversightRecord()
    {
        await using var site = await StartAsync();
        var cookie = await site.SignInAsync("PS1", Stop);

        var answer = await PostAsync(site, cookie, "Waiting for <b>health</b>.", "14", "10", "2011");

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var confirmed = await GetAsync(site, cookie, answer.Headers.Location!.ToString());
        Assert.Contains("govuk-notification-banner--success", confirmed, StringComparison.Ordinal);
        Assert.Contains("Friday 14 October 2011", confirmed, StringComparison.Ordinal);
        var team = await GetAsync(site, cookie, "/my-team");
        Assert.Contains("Waiting for &lt;b&gt;health&lt;/b&gt;.", team, StringComparison.Ordinal);
        Assert.Contains("Rests until Fri 14 Oct 2011", team, StringComparison.Ordinal);
        Assert.Contains("Tue 4 Oct 2011, 10:00", team, StringComparison.Ordinal);
        Assert.Contains(">Ada Wright", team, StringComparison.Ordinal);
    }

    public static TheoryData<string, string, string, string, string[]> Wrong =>
        new()
        {
            { "", "", "", "", ["Enter why it is late", "Enter the new date"] },
            { "x", "14", "", "", ["The new date must include a month and a year"] },
            { "x", "31", "2", "2012", ["The new date must be a real date"] },
            { "x", "4", "10", "2011", ["The new date must be after today"] },
            { "x", "5", "1", "2012", ["on or before 4 January 2012"] },
            { new string('x', 1001), "14", "10", "2011", ["1,000 characters or fewer"] },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Post_WrongForm_SummarisesEveryErrorAndKeepsWhatWasTyped(
        string reason,
        string day,
        string month,
        string year,
        string[] expected
    )
    {
        await using var site = await StartAsync();
        var cookie = await site.SignInAsync("PS1", Stop);

        var answer = await PostAsync(site, cookie, reason, day, month, year);

        var html = await answer.HtmlAsync(HttpStatusCode.BadRequest);
        var summary = html[html.IndexOf("govuk-error-summary__list", StringComparison.Ordinal)..];
        summary = summary[..summary.IndexOf("</ul>", StringComparison.Ordinal)];
        Assert.Equal(expected.Length, summary.Split("<li>").Length - 1);
        Assert.All(expected, error => Assert.Contains(error, summary, StringComparison.Ordinal));
        Assert.Contains($">{reason}</textarea>", html, StringComparison.Ordinal);
        Assert.Contains("<title>Error: ", html, StringComparison.Ordinal);
        Assert.Contains("Nothing has been acknowledged", await GetAsync(site, cookie, "/my-team"));
    }

    [Fact]
    public async Task Post_FromAnotherSite_IsRefused()
    {
        await using var site = await StartAsync();
        var cookie = await site.SignInAsync("PS1", Stop);

        var answer = await PostAsync(site, cookie, "x", "14", "10", "2011", from: "cross-site");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("Nothing has been acknowledged", await GetAsync(site, cookie, "/my-team"));
    }

    [Fact]
    public async Task Get_WhatIsNotOverdue_SaysSo()
    {
        await using var site = await StartAsync();

        var answer = await site.Client.GetAsync("/acknowledge/K1/plan-review", Stop);

        Assert.Contains("Nothing is overdue", await answer.HtmlAsync(HttpStatusCode.Conflict));
    }

    private async Task<TestSite> StartAsync()
    {
        var storage = await azurite.NewStorageAsync(Stop);
        await Seed.SmallAsync(storage, Stop);
        return await TestSite.StartAsync(storage, Seed.Today, Stop);
    }

    private static async Task<string> GetAsync(TestSite site, string cookie, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Cookie", cookie);
        return await (await site.Client.SendAsync(request, Stop)).HtmlAsync();
    }

    private static async Task<HttpResponseMessage> PostAsync(
        TestSite site,
        string cookie,
        string reason,
        string day,
        string month,
        string year,
        string from = "same-origin"
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address)
        {
            Content = new FormUrlEncodedContent([
                KeyValuePair.Create("reason", reason),
                KeyValuePair.Create("until-day", day),
                KeyValuePair.Create("until-month", month),
                KeyValuePair.Create("until-year", year),
            ]),
        };
        request.Headers.Add("Cookie", cookie);
        request.Headers.Add("Sec-Fetch-Site", from);
        return await site.Client.SendAsync(request, Stop);
    }
}
