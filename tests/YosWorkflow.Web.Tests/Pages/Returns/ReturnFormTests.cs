using System.Net;
using YosWorkflow.Services.Auditing;
using YosWorkflow.TestKit;
using YosWorkflow.Web.Tests.Access;

namespace YosWorkflow.Web.Tests.Pages.Returns;

public sealed class ReturnFormTests(AzuriteFixture azurite)
{
    private const string First = "offending-behaviour";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Get_NothingSaved_ListsTheSectionsAndWhereToStart()
    {
        await using var site = await ReturnSite.StartAsync(azurite);

        var html = await site.HtmlAsync(site.AuditorId, site.Address);

        Assert.Contains($"Audit of case {site.CaseRef}", html, StringComparison.Ordinal);
        Assert.Contains("0 of 24 questions answered", html, StringComparison.Ordinal);
        Assert.Contains("0 of 7 answered", html, StringComparison.Ordinal);
        Assert.Contains("Due Tuesday 18 October 2011", html, StringComparison.Ordinal);
        Assert.Contains($"href=\"{site.Address}?section=assessment\">Start", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ASection_HasTheGuidanceTheWeightAndTheRecordBesideEachQuestion()
    {
        await using var site = await ReturnSite.StartAsync(azurite);

        var html = await site.HtmlAsync(site.AuditorId, site.Address + "?section=plans");

        Assert.Contains(
            "8. Do the objectives of the intervention plan follow",
            html,
            StringComparison.Ordinal
        );
        Assert.Contains("Each main factor has an objective", html, StringComparison.Ordinal);
        Assert.Contains("Counts 3.", html, StringComparison.Ordinal);
        Assert.Contains("overdue since 22 Aug 2011", html, StringComparison.Ordinal);
        Assert.Equal(6, html.Split("<fieldset").Length - 1);
        Assert.True(html.Length < 100_000);
    }

    [Fact]
    public async Task Post_APartOfASection_IsKeptAndIsGoneOnWithAtTheFirstUnanswered()
    {
        await using var site = await ReturnSite.StartAsync(azurite);

        var saved = await site.SaveAsync(
            "assessment",
            0,
            ("answer-" + First, "partly"),
            ("seen-" + First, "One line,\r\nand <b>another</b>."),
            ("seen-dynamic-factors", "A note before its answer."),
            ("then", "next")
        );

        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        Assert.Equal($"{site.Address}?section=plans", saved.Headers.Location!.ToString());
        var again = await site.GetAsync(site.AuditorId, site.Address);
        Assert.Equal(
            $"{site.Address}?section=assessment#dynamic-factors",
            again.Headers.Location!.ToString()
        );
        var html = await site.HtmlAsync(site.AuditorId, site.Address + "?section=assessment");
        Assert.Contains(
            "One line,\nand <b>another</b>.</textarea>",
            WebUtility.HtmlDecode(html),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("<b>another", html, StringComparison.Ordinal);
        Assert.Contains("A note before its answer.</textarea>", html, StringComparison.Ordinal);
        Assert.Contains("value=\"partly\" checked", html, StringComparison.Ordinal);
        Assert.Contains("1 of 7 answered", html, StringComparison.Ordinal);
        Assert.Contains("Saved 10:00", html, StringComparison.Ordinal);
        Assert.Contains("name=\"version\" value=\"1\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_ToComeBackLater_SaysThatItIsSavedAndHowFarItIs()
    {
        await using var site = await ReturnSite.StartAsync(azurite);

        var saved = await site.SaveAsync("assessment", 0, ("answer-" + First, "met"), ("then", "later"));

        var html = await site.HtmlAsync(site.AuditorId, saved.Headers.Location!.ToString());
        Assert.Contains("govuk-notification-banner--success", html, StringComparison.Ordinal);
        Assert.Contains("1 of 24 questions answered", html, StringComparison.Ordinal);
        Assert.Contains("Go on with question 2", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_TheLastSection_LeadsToTheCheck()
    {
        await using var site = await ReturnSite.StartAsync(azurite);

        var saved = await site.SaveAsync("oversight", 0, ("answer-supervision", "met"));

        Assert.Equal($"{site.Address}/check", saved.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Post_ANoteThatIsTooLong_IsShownAgainWithAllThatWasTyped()
    {
        await using var site = await ReturnSite.StartAsync(azurite);
        var tooLong = new string('x', 4001);

        var answer = await site.SaveAsync(
            "assessment",
            0,
            ("answer-" + First, "not_met"),
            ("seen-" + First, tooLong)
        );

        var html = await answer.HtmlAsync(HttpStatusCode.BadRequest);
        Assert.Contains("<title>Error: ", html, StringComparison.Ordinal);
        Assert.Contains($"href=\"#seen-{First}\"", html, StringComparison.Ordinal);
        Assert.Contains(tooLong + "</textarea>", html, StringComparison.Ordinal);
        Assert.Contains("value=\"not_met\" checked", html, StringComparison.Ordinal);
        Assert.Contains("data-autosave=\"off\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_WhatWasChangedInAnotherWindow_ShowsBothAndThenTakesOnesOwn()
    {
        await using var site = await ReturnSite.StartAsync(azurite);
        await site.SaveAsync(
            "assessment",
            0,
            ("answer-" + First, "met"),
            ("seen-" + First, "From one window.")
        );

        var stale = await site.SaveAsync(
            "assessment",
            0,
            ("answer-" + First, "not_met"),
            ("seen-" + First, "From the other.")
        );
        var html = await stale.HtmlAsync(HttpStatusCode.Conflict);
        var again = await site.SaveAsync(
            "assessment",
            1,
            ("answer-" + First, "not_met"),
            ("seen-" + First, "From the other.")
        );

        Assert.Contains("Not saved yet", html, StringComparison.Ordinal);
        Assert.Contains("Saved meanwhile: <strong>Met</strong>", html, StringComparison.Ordinal);
        Assert.Contains("From one window.", html, StringComparison.Ordinal);
        Assert.Contains("From the other.</textarea>", html, StringComparison.Ordinal);
        Assert.Contains("name=\"version\" value=\"1\"", html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);
    }

    [Fact]
    public async Task Post_WhileAnotherSectionWasChanged_KeepsBoth()
    {
        await using var site = await ReturnSite.StartAsync(azurite);
        await site.SaveAsync("assessment", 0, ("answer-" + First, "met"));

        var other = await site.SaveAsync("oversight", 0, ("answer-supervision", "partly"));

        Assert.Equal(HttpStatusCode.SeeOther, other.StatusCode);
        var html = await site.HtmlAsync(site.AuditorId, site.Address + "?view=contents");
        Assert.Contains("2 of 24 questions answered", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_AfterItWasHandedInElsewhere_KeepsWhatWasTypedOnThePage()
    {
        await using var site = await ReturnSite.StartAsync(azurite);
        await site.SubmitAsync();

        var late = await site.SaveAsync(
            "assessment",
            1,
            ("answer-" + First, "not_met"),
            ("seen-" + First, "Too late, but not lost.")
        );

        var html = await late.HtmlAsync(HttpStatusCode.Conflict);
        Assert.Contains("It was submitted on", html, StringComparison.Ordinal);
        Assert.Contains("Too late, but not lost.</textarea>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_ByThePagesScript_SaysTheVersionTheTimeAndTheProgress()
    {
        await using var site = await ReturnSite.StartAsync(azurite);

        var kept = await site.SaveAsync("assessment", 0, ("answer-" + First, "met"), ("then", "stay"));
        var stale = await site.SaveAsync("assessment", 0, ("answer-" + First, "partly"), ("then", "stay"));

        var answer = await kept.JsonAsync();
        Assert.Equal(1, answer.GetProperty("version").GetInt32());
        Assert.Equal("10:00", answer.GetProperty("saved").GetString());
        Assert.Equal("1 of 7 answered", answer.GetProperty("sections").GetProperty("assessment").GetString());
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
    }

    [Fact]
    public async Task Post_AfterTheSignInHasEnded_GivesBackWhatWasTypedToBeSentAgain()
    {
        await using var site = await ReturnSite.StartAsync(azurite);
        await site.GetAsync(site.AuditorId, site.Address);
        var address = site.Address + "?section=assessment";

        var answer = await site.PostWithAsync(
            site.EndSession(site.AuditorId),
            address,
            ("version", "0"),
            ("answer-" + First, "partly"),
            ("seen-" + First, "Kept <i>all</i> the same.")
        );

        var html = await answer.HtmlAsync(HttpStatusCode.Unauthorized);
        Assert.Contains("You have been signed out", html, StringComparison.Ordinal);
        Assert.Contains($"action=\"{address}\"", html, StringComparison.Ordinal);
        Assert.Contains(
            $"name=\"seen-{First}\" value=\"Kept &lt;i&gt;all&lt;/i&gt; the same.\"",
            html,
            StringComparison.Ordinal
        );
        var untouched = await site.HtmlAsync(site.AuditorId, site.Address);
        Assert.Contains("0 of 24 questions answered", untouched, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?section=assessment", true)]
    [InlineData("?view=contents", false)]
    [InlineData("/check", false)]
    public async Task Get_APage_RunsOurScriptOnlyWhereItIsOfUse(string page, bool runsScript)
    {
        await using var site = await ReturnSite.StartAsync(azurite);

        var answer = await site.GetAsync(site.AuditorId, site.Address + page);

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Equal(
            runsScript,
            policy.EndsWith("script-src 'self'; connect-src 'self'", StringComparison.Ordinal)
        );
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        var html = await answer.HtmlAsync();
        Assert.Equal(runsScript, html.Contains("<script src=\"/assets/site.js?v=", StringComparison.Ordinal));
        Assert.Equal(runsScript ? 2 : 1, html.Split("<script").Length);
    }

    [Fact]
    public async Task Get_TheScript_MayBeKeptForGood()
    {
        await using var site = await ReturnSite.StartAsync(azurite);

        var script = await site.Site.Client.GetAsync("/assets/site.js?v=1", Stop);

        Assert.Equal("text/javascript", script.Content.Headers.ContentType?.MediaType);
        Assert.True(script.Headers.CacheControl?.Public);
    }

    [Fact]
    public async Task Get_AfterTheRoundIsClosed_IsToReadAndSaysThatItIsMissing()
    {
        await using var site = await ReturnSite.StartAsync(azurite);
        await site.SaveAsync("assessment", 0, ("answer-" + First, "met"));
        await site
            .Site.Service<CloseRound>()
            .ExecuteAsync(AccessAudit.Round, new DateOnly(2011, 11, 1), Stop);

        var html = await site.HtmlAsync(site.AuditorId, site.Address);
        var late = await site.SaveAsync("assessment", 1, ("answer-" + First, "not_met"));

        Assert.Contains("The round was closed without it on", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<textarea", html, StringComparison.Ordinal);
        Assert.Contains("was closed on", await late.HtmlAsync(HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task Get_OfAnotherProgramme_AsksItsOwnQuestions()
    {
        await using var site = await ReturnSite.StartAsync(azurite);
        var drawn = await site.Site.SendAsync(
            HttpMethod.Post,
            "/api/audits/samples",
            """{ "programme": "health", "month": "2011-10" }"""
        );
        Assert.Equal(HttpStatusCode.Accepted, drawn.StatusCode);
        var first = (await site.Site.GetAsync("/api/audits/health/2011-10")).GetProperty("cases")[0];

        var html = await site.HtmlAsync(
            first.GetProperty("auditor_id").GetString()!,
            $"/audits/health/2011-10/{first.GetProperty("case_ref").GetString()}"
        );

        Assert.Contains("health needs audit", html, StringComparison.Ordinal);
        Assert.Contains("0 of 8 questions answered", html, StringComparison.Ordinal);
    }
}
