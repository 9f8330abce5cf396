using System.Net;
using YosWorkflow.TestKit;
using YosWorkflow.Web.Tests.Access;

namespace YosWorkflow.Web.Tests.Pages.Returns;

public sealed class CheckReturnTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Post_WithSomeMissing_SumsItUpWithALinkToEach()
    {
        await using var site = await ReturnSite.StartAsync(azurite);
        await site.SaveAsync("oversight", 0, ("answer-supervision", "not_met"));

        var answer = await site.PostAsync(site.AuditorId, site.Address + "/check", ("version", "1"));

        var html = await answer.HtmlAsync(HttpStatusCode.BadRequest);
        Assert.Contains("<title>Error: ", html, StringComparison.Ordinal);
        var summary = html[html.IndexOf("govuk-error-summary__list", StringComparison.Ordinal)..];
        summary = summary[..summary.IndexOf("</ul>", StringComparison.Ordinal)];
        Assert.Equal(24, summary.Split("<li>").Length - 1);
        Assert.Contains(
            $"href=\"{site.Address}?section=assessment#answer-offending-behaviour\">Answer question 1:",
            summary,
            StringComparison.Ordinal
        );
        Assert.Contains(
            $"href=\"{site.Address}?section=oversight#seen-supervision\">Say what you saw on question 24",
            summary,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Get_BeforeAllIsAnswered_SaysWhatIsLeftWithoutCallingItAnError()
    {
        await using var site = await ReturnSite.StartAsync(azurite);
        await site.SaveAsync("oversight", 0, ("answer-supervision", "met"));

        var html = await site.HtmlAsync(site.AuditorId, site.Address + "/check");

        Assert.Contains("23 questions still to see to", html, StringComparison.Ordinal);
        Assert.DoesNotContain("govuk-error-summary", html, StringComparison.Ordinal);
        Assert.Contains("Out of what applied to the case", html, StringComparison.Ordinal);
        Assert.Contains("Out of all that is asked", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_AWholeReturn_IsInAndSaysWhatHappensNext()
    {
        await using var site = await ReturnSite.StartAsync(azurite);
        var version = await AnswerAllAsync(site);

        var handedIn = await site.PostAsync(site.AuditorId, site.Address + "/check", ("version", version));
        var again = await site.PostAsync(site.AuditorId, site.Address + "/check", ("version", version));

        Assert.Equal(HttpStatusCode.SeeOther, handedIn.StatusCode);
        Assert.Equal(handedIn.Headers.Location, again.Headers.Location);
        var html = await site.HtmlAsync(site.AuditorId, handedIn.Headers.Location!.ToString());
        Assert.Contains("Return handed in", html, StringComparison.Ordinal);
        Assert.Contains("comment until Tuesday 11 October 2011", html, StringComparison.Ordinal);
        Assert.Contains($"in golden-thread/2011-10 {site.CaseRef}", site.Site.Watch.Told);
        var read = await site.HtmlAsync(site.AuditorId, site.Address);
        Assert.DoesNotContain("<textarea", read, StringComparison.Ordinal);
        Assert.Contains("100% of what applied to the case", read, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_AfterItHasChanged_AsksToLookAgain()
    {
        await using var site = await ReturnSite.StartAsync(azurite);
        var version = await AnswerAllAsync(site);
        await site.SaveAsync("oversight", 5, ("answer-supervision", "not_applicable"));

        var answer = await site.PostAsync(site.AuditorId, site.Address + "/check", ("version", version));

        var html = await answer.HtmlAsync(HttpStatusCode.Conflict);
        Assert.Contains("was changed since you opened this page", html, StringComparison.Ordinal);
        Assert.Contains("name=\"version\" value=\"6\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reopen_ByTheLead_GivesItBackWithTheReason()
    {
        await using var site = await ReturnSite.StartAsync(azurite);
        await site.SubmitAsync();

        var empty = await site.PostAsync("EPM1", site.Address + "/reopenings", ("reason", " "));
        var given = await site.PostAsync(
            "EPM1",
            site.Address + "/reopenings",
            ("reason", "Question 3 is <i>open</i>.")
        );

        Assert.Contains("Enter why you give it back", await empty.HtmlAsync(HttpStatusCode.BadRequest));
        Assert.Equal(HttpStatusCode.SeeOther, given.StatusCode);
        var lead = await site.HtmlAsync("EPM1", given.Headers.Location!.ToString());
        Assert.Contains("is given back to", lead, StringComparison.Ordinal);
        Assert.Contains($"reopened golden-thread/2011-10 {site.CaseRef}", site.Site.Watch.Told);
        var form = await site.HtmlAsync(site.AuditorId, site.Address + "?section=assessment");
        Assert.Contains(
            "Eve gave this return back on Tuesday 4 October 2011",
            form,
            StringComparison.Ordinal
        );
        Assert.Contains("Question 3 is &lt;i&gt;open&lt;/i&gt;.", form, StringComparison.Ordinal);
    }

    private static async Task<string> AnswerAllAsync(ReturnSite site)
    {
        var template = Core.Audits.AuditProgrammes.Find(AccessAudit.Round.ProgrammeId)!.Template;
        for (var at = 0; at < template.Sections.Length; at++)
        {
            var section = template.Sections[at];
            var saved = await site.SaveAsync(
                section.SectionId,
                at,
                [.. section.Questions.Select(question => ($"answer-{question.QuestionId}", "met"))]
            );
            Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        }

        return template.Sections.Length.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
