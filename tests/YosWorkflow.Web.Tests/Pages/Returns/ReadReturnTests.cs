using System.Net;
using YosWorkflow.TestKit;

namespace YosWorkflow.Web.Tests.Pages.Returns;

public sealed class ReadReturnTests(AzuriteFixture azurite)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Get_ByTheCaseManager_IsThereOnceItIsIn()
    {
        await using var site = await ReturnSite.StartAsync(azurite);

        var before = await site.GetAsync(site.ManagerId, site.Address);
        await site.SubmitAsync("supervision");
        var html = await site.HtmlAsync(site.ManagerId, site.Address);

        Assert.Equal(HttpStatusCode.NotFound, before.StatusCode);
        Assert.Contains("Nothing was found.", html, StringComparison.Ordinal);
        Assert.Contains("Not met", html, StringComparison.Ordinal);
        Assert.Contains("of what applied to the case", html, StringComparison.Ordinal);
        Assert.Contains("Your comment", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Give it back", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Ask for an action", html, StringComparison.Ordinal);
        Assert.True(html.Length < 100_000);
    }

    [Fact]
    public async Task Get_ByTheLeadBeforeItIsIn_ShowsHowFarItIs()
    {
        await using var site = await ReturnSite.StartAsync(azurite);

        var nothing = await site.HtmlAsync("EPM1", site.Address);
        await site.SaveAsync("oversight", 0, ("answer-supervision", "met"));
        var begun = await site.HtmlAsync("EPM1", site.Address);

        Assert.Contains("Nothing is answered yet", nothing, StringComparison.Ordinal);
        Assert.Contains("1 of 24 questions, last saved 10:00", begun, StringComparison.Ordinal);
        Assert.DoesNotContain("<textarea", begun, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Comment_OfTheCaseManager_StaysWithTheReturn()
    {
        await using var site = await ReturnSite.StartAsync(azurite);
        await site.SubmitAsync();

        var empty = await site.PostAsync(site.ManagerId, site.Address + "/comments", ("comment", ""));
        var tooLong = await site.PostAsync(
            site.ManagerId,
            site.Address + "/comments",
            ("comment", new string('y', 4001))
        );
        var kept = await site.PostAsync(
            site.ManagerId,
            site.Address + "/comments",
            ("comment", "We saw it <b>otherwise</b>.")
        );

        Assert.Contains("Enter your comment", await empty.HtmlAsync(HttpStatusCode.BadRequest));
        Assert.Contains(
            new string('y', 4001) + "</textarea>",
            await tooLong.HtmlAsync(HttpStatusCode.BadRequest),
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.SeeOther, kept.StatusCode);
        var html = await site.HtmlAsync(site.AuditorId, site.Address);
        Assert.Contains("We saw it &lt;b&gt;otherwise&lt;/b&gt;.", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Action_AskedForAndDone_IsOnTheReturnWithTheNote()
    {
        await using var site = await ReturnSite.StartAsync(azurite);
        await site.SubmitAsync();

        var wrong = await site.PostAsync(
            site.AuditorId,
            site.Address + "/actions",
            ("text", "Write a plan."),
            ("owner", ""),
            ("due-day", "4"),
            ("due-month", "10"),
            ("due-year", "2011")
        );
        var asked = await site.PostAsync(
            site.AuditorId,
            site.Address + "/actions",
            ("text", "Write a plan."),
            ("owner", site.ManagerId),
            ("question", "supervision"),
            ("due-day", "1"),
            ("due-month", "11"),
            ("due-year", "2011")
        );
        var owner = await site.HtmlAsync(site.ManagerId, asked.Headers.Location!.ToString());
        var completion = Hrefs(owner).Single(href => href.EndsWith("/completion", StringComparison.Ordinal));
        var empty = await site.PostAsync(site.ManagerId, completion, ("note", ""));
        var done = await site.PostAsync(site.ManagerId, completion, ("note", "It is written."));

        var errors = await wrong.HtmlAsync(HttpStatusCode.BadRequest);
        Assert.Contains("Choose who is to do it", errors, StringComparison.Ordinal);
        Assert.Contains("must be after today", errors, StringComparison.Ordinal);
        Assert.Contains("Write a plan.</textarea>", errors, StringComparison.Ordinal);
        Assert.Contains("Enter what was done", await empty.HtmlAsync(HttpStatusCode.BadRequest));
        Assert.Contains("Does supervision show in the case?", owner, StringComparison.Ordinal);
        var confirmed = await site.HtmlAsync(site.ManagerId, done.Headers.Location!.ToString());
        Assert.Contains("nobody is reminded of it any more", confirmed, StringComparison.Ordinal);
        var html = await site.HtmlAsync(site.SupervisorId, site.Address);
        Assert.Contains("Done on Tue 4 Oct 2011", html, StringComparison.Ordinal);
        Assert.Contains("It is written.", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Action_OfSomebodyOutsideTheCase_ShowsThemNothingOfTheReturn()
    {
        await using var site = await ReturnSite.StartAsync(azurite);
        await site.SubmitAsync("supervision");
        var owner = site.CaseRef[0] == 'A' ? "PSB" : "PSA";
        await site.PostAsync(
            "EPM1",
            site.Address + "/actions",
            ("text", "Lend a hand."),
            ("owner", owner),
            ("due-day", "1"),
            ("due-month", "11"),
            ("due-year", "2011")
        );
        var lead = await site.HtmlAsync("EPM1", site.Address);
        var completion = Hrefs(lead).Single(href => href.EndsWith("/completion", StringComparison.Ordinal));

        var html = await site.HtmlAsync(owner, completion);

        Assert.Contains("Lend a hand.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing was found.", html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync(owner, site.Address)).StatusCode);
    }

    [Fact]
    public async Task Csv_OfTheAnswers_IsSafeAgainstFormulas()
    {
        await using var site = await ReturnSite.StartAsync(azurite);
        await site.SaveAsync("oversight", 0, ("answer-supervision", "partly"), ("seen-supervision", "=1+1"));

        var answer = await site.GetAsync(site.AuditorId, site.Address + "?csv=answers");

        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(
            $"audit-{site.CaseRef}-answers.csv",
            answer.Content.Headers.ContentDisposition?.FileName
        );
        var text = await answer.Content.ReadAsStringAsync(Stop);
        Assert.Contains(
            "Does supervision show in the case?,Management oversight,1,Partly met,'=1+1,",
            text,
            StringComparison.Ordinal
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await site.GetAsync("EPM1", site.Address + "?csv=no")).StatusCode
        );
    }

    [Fact]
    public async Task SecondCheck_BeforeItIsIn_ShowsNothingOfTheFirst()
    {
        await using var site = await ReturnSite.StartAsync(azurite);
        await site.SubmitAsync("supervision");
        var second = await site.AskForSecondAsync();

        var html = await site.HtmlAsync(second, site.Address + "/second-check?section=oversight");
        var first = await site.GetAsync(second, site.Address);
        var both = await site.GetAsync("EPM1", site.Address + "/both");

        Assert.Contains("Second check of case", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing was found.", html, StringComparison.Ordinal);
        Assert.DoesNotContain(" checked", html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, first.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, both.StatusCode);
    }

    [Fact]
    public async Task BothReadings_OnceBothAreIn_StandSideBySideWithTheDifferencesMarked()
    {
        await using var site = await ReturnSite.StartAsync(azurite);
        await site.SubmitAsync("supervision");
        var second = await site.SubmitSecondAsync();

        var html = await site.HtmlAsync("HOS1", site.Address + "/both");
        var csv = await site.GetAsync("HOS1", site.Address + "/both?csv=both");
        var ofSecond = await site.GetAsync(second, site.Address + "/both");

        Assert.Contains("They agree on 23 of 24 questions", html, StringComparison.Ordinal);
        Assert.Equal(1, html.Split("They differ").Length - 1);
        Assert.Contains("Nothing was found.", html, StringComparison.Ordinal);
        Assert.Contains("No\r\n", await csv.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, ofSecond.StatusCode);
    }

    private static IEnumerable<string> Hrefs(string html) =>
        html.Split("href=\"").Skip(1).Select(part => part[..part.IndexOf('"', StringComparison.Ordinal)]);
}
