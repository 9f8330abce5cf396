using System.Net;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Services.Auditing;
using YosWorkflow.TestKit;
using YosWorkflow.Web.Tests.Access;
using static YosWorkflow.Web.Tests.Pages.AuditVisits;

namespace YosWorkflow.Web.Tests.Pages;

/// <summary>The pages of rounds: what one sees on them, and what their forms do.</summary>
public sealed class AuditPageTests(AzuriteFixture azurite)
{
    private const string Round = "/audits/golden-thread/2011-10";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Get_NothingDrawnYet_SaysSoAndWhenTheNextDrawIs()
    {
        await using var site = await AuditSite.StartAsync(azurite);

        var html = await PageAsync(site, "/audits", "EPM1");

        Assert.Contains("No sample has been drawn yet", html, StringComparison.Ordinal);
        Assert.Contains("Tue 4 Oct 2011", html, StringComparison.Ordinal);
        Assert.Contains("Nothing in the audits waits for you", html, StringComparison.Ordinal);
        await (await site.Client.GetAsync(Round, Stop)).HtmlAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_AnAuditor_FindsTheirOwnWorkOnTopAndNothingOfOthers()
    {
        await using var site = await AuditSite.StartAsync(azurite);
        await site.DrawAsync();
        var audits = (await RoundAsync(site))!.Cases;
        foreach (var auditor in audits.Select(one => one.AuditorId!).Distinct())
        {
            var html = await PageAsync(site, "/audits", auditor);
            foreach (var one in audits)
            {
                var link = $"href=\"{Round}/{one.CaseRef}\"";
                Assert.Equal(one.AuditorId == auditor, html.Contains(link, StringComparison.Ordinal));
            }

            Assert.DoesNotContain("Rounds <span", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Get_ANotYetDrawnRoundThatWasAskedFor_SaysThatItIsBeingDrawn()
    {
        await using var site = await AuditSite.StartAsync(azurite);

        Assert.Contains(
            "The sample is being drawn",
            await PageAsync(site, Round + "?begun=yes", "EPM1"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Auditor_GivenToSomebodyElse_IsKeptWithTheReasonAndShown()
    {
        await using var site = await AuditSite.StartAsync(azurite);
        await site.DrawAsync();
        var lead = await site.SignInAsync("EPM1", Stop);
        var (caseRef, from, to) = await OneToGiveAsync(site);
        var address = $"{Round}/{caseRef}/auditor";
        Assert.Contains($"give:{to}", await PageAsync(site, address, "EPM1"), StringComparison.Ordinal);

        var wrong = await PostAsync(site, address, lead, AuditForms.Auditor("", "", from));
        var html = await wrong.HtmlAsync(HttpStatusCode.BadRequest);
        Assert.Contains("Select who is to audit the case", html, StringComparison.Ordinal);
        Assert.Contains("Enter why it goes to somebody else", html, StringComparison.Ordinal);

        var kept = await PostAsync(
            site,
            address,
            lead,
            AuditForms.Auditor($"give:{to}", "On leave from Monday.", from)
        );
        Assert.Equal(address + "?kept=yes", kept.Headers.Location!.OriginalString);
        html = await PageAsync(site, kept.Headers.Location.OriginalString, "EPM1");
        Assert.Contains("On leave from Monday.", html, StringComparison.Ordinal);
        Assert.Equal(to, (await RoundAsync(site))!.Cases.Single(one => one.CaseRef == caseRef).AuditorId);

        // From a page that was opened before: nothing is changed, and it says so.
        var stale = await PostAsync(
            site,
            address,
            lead,
            AuditForms.Auditor($"give:{from}", "From an old page.", from)
        );
        Assert.Contains(
            "by now, so nothing was changed",
            await stale.HtmlAsync(HttpStatusCode.Conflict),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task PassOn_ByAProgram_GivesTheCaseOverAndSaysTo()
    {
        await using var site = await AuditSite.StartAsync(azurite);
        await site.DrawAsync();
        var (caseRef, from, to) = await OneToGiveAsync(site);
        var address = $"{AuditSite.Round}/{caseRef}/auditor";

        var both = await site.SendAsync(
            HttpMethod.Post,
            address,
            """{ "by": "EPM1", "to": "CMA1", "exchangeWith": "A1", "reason": "Why not." }"""
        );
        Assert.Equal(["to"], (await both.ProblemAsync(HttpStatusCode.BadRequest)).Fields());
        var given = await site.SendAsync(
            HttpMethod.Post,
            address,
            $$"""{ "by": "EPM1", "to": "{{to}}", "reason": "Too much on.", "from": "{{from}}" }"""
        );

        var answer = (await given.JsonAsync()).GetProperty("cases")[0];
        Assert.Equal(to, answer.GetProperty("auditor_id").GetString());
        Assert.Equal(from, answer.GetProperty("auditor_before")[0].GetString());
    }

    [Fact]
    public async Task Findings_AsReturnsComeIn_SayOnWhatTheyRest()
    {
        await using var site = await AuditSite.StartAsync(azurite);
        await site.DrawAsync();
        Assert.Contains(
            "No return is in yet",
            await PageAsync(site, Round + "/findings", "HOS1"),
            StringComparison.Ordinal
        );
        var caseRef = (await RoundAsync(site))!.Cases[0].CaseRef;
        await (
            await site.SendAsync(HttpMethod.Put, $"{AuditSite.Round}/{caseRef}", AuditSite.Whole())
        ).JsonAsync();

        var html = await PageAsync(site, Round + "/findings", "HOS1");

        Assert.Contains("rest on 1 of 4 returns so far", html, StringComparison.Ordinal);
        Assert.Contains("100% (21% to 100%)", html, StringComparison.Ordinal);
        var questions = await LinesAsync(
            site,
            Round + "/findings?csv=questions",
            await site.SignInAsync("HOS1", Stop)
        );
        Assert.Equal(24, questions.Length);
    }

    [Fact]
    public async Task Actions_OfARound_StandOverdueFirstAndDoneLast()
    {
        await using var site = await AuditSite.StartAsync(azurite);
        await site.DrawAsync();
        Assert.Contains(
            "No action has arisen",
            await PageAsync(site, Round + "/actions", "EPM1"),
            StringComparison.Ordinal
        );
        var caseRef = (await RoundAsync(site))!.Cases[0].CaseRef;
        await site.SendAsync(HttpMethod.Put, $"{AuditSite.Round}/{caseRef}", AuditSite.Whole());
        var actions = site.Service<AuditActions>();
        var id = new RoundId("golden-thread", new(2011, 10, 1));
        foreach (var (text, due) in new[] { ("Later", 20), ("Sooner", 3), ("Done", 9) })
        {
            var asked = new AskedAction("EPM1", null, text, "CMA1", Seed.Today.AddDays(due));
            var added = await actions.AddAsync(id, caseRef, asked, Seed.Today, Stop);
            if (text == "Done" && added is AuditOutcome<AuditAction>.Done { Value.ActionId: var action })
            {
                await actions.CompleteAsync(id, caseRef, action, "CMA1", "It is.", Seed.Today, Stop);
            }
        }

        site.Clock.Advance(TimeSpan.FromDays(7));
        var lines = await LinesAsync(
            site,
            Round + "/actions?csv=actions",
            await site.SignInAsync("EPM1", Stop)
        );

        Assert.Equal(["Sooner", "Later", "Done"], lines.Select(line => line.Split(',')[0]));
        Assert.Contains("working days late", lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sample_AsAFile_IsTheOneThatIsPublished()
    {
        await using var site = await AuditSite.StartAsync(azurite);
        await site.DrawAsync();

        var file = await site.Client.GetAsync(Round + "/sample", Stop);

        Assert.Equal("golden-thread-2011-10.json", file.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal(
            (await site.GetAsync(AuditSite.Round + "/sample")).ToString(),
            (await file.JsonAsync()).ToString()
        );
    }

    [Fact]
    public async Task Get_ACensusOfEveryCase_KeepsEveryPageUnderAHundredKilobytes()
    {
        var storage = await azurite.NewStorageAsync(Stop);
        await Seed.KentAsync(storage, Stop);
        await using var site = await TestSite.StartAsync(storage, Seed.Today, Stop);
        const string Census = "/audits/health/2011-10";
        const string Preview =
            "/audits/draw?programme=health&month=2011-10&asOf=2011-10-04&seed=seed&preview=yes";
        await PageAsync(site, Preview, "EPM1");
        await site.Service<SampleRound>()
            .ExecuteAsync(
                new(new RoundId("health", new(2011, 10, 1)), Seed.Today) { Seed = "seed" },
                dryRun: false,
                Stop
            );
        var cases = await LinesAsync(site, Census + "?csv=cases", await site.SignInAsync("EPM1", Stop));
        Assert.InRange(cases.Length, 500, 1_000);
        var caseRef = cases[0].Split(',')[0];
        foreach (
            var address in new[]
            {
                "/audits",
                Census,
                Census + "?page=3",
                Census + "/findings",
                Census + "/actions",
                $"{Census}/{caseRef}/auditor",
            }
        )
        {
            await PageAsync(site, address, "EPM1");
        }
    }
}
