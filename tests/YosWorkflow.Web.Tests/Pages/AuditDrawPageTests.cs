using System.Net;
using System.Text.RegularExpressions;
using YosWorkflow.TestKit;
using YosWorkflow.Web.Tests.Access;
using static YosWorkflow.Web.Tests.Pages.AuditVisits;

namespace YosWorkflow.Web.Tests.Pages;

/// <summary>Drawing a sample by hand: form, preview and confirmation.</summary>
public sealed partial class AuditDrawPageTests(AzuriteFixture azurite)
{
    private const string Round = "/audits/golden-thread/2011-10";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Draw_FormToPreviewToConfirmation_DrawsExactlyWhatWasPreviewed()
    {
        await using var site = await AuditSite.StartAsync(azurite);
        var lead = await site.SignInAsync("EPM1", Stop);
        var asked = await PostAsync(
            site,
            "/audits/draw",
            lead,
            AuditForms.Draw(("how", "number"), ("size", "4"))
        );
        Assert.Equal(HttpStatusCode.SeeOther, asked.StatusCode);
        var address = asked.Headers.Location!.OriginalString;

        var preview = await PageAsync(site, address, "EPM1");
        Assert.Null(await RoundAsync(site));
        var cases = await LinesAsync(site, address + "&csv=sample", lead);
        Assert.Equal(4, cases.Length);
        Assert.Contains("10 cases", preview, StringComparison.Ordinal);
        Assert.Contains("Chosen", preview, StringComparison.Ordinal);

        var confirmed = await PostAsync(site, "/audits/draw/confirm", lead, HiddenOf(preview));
        Assert.Equal($"{Round}?begun=yes", confirmed.Headers.Location!.OriginalString);
        var html = await PageAsync(site, confirmed.Headers.Location.OriginalString, "EPM1");
        Assert.Contains("The sample is drawn: 4 cases", html, StringComparison.Ordinal);
        var round = await LinesAsync(site, Round + "?csv=cases", lead);
        Assert.Equal(
            cases.Select(line => line.Split(',')[0]).Order(StringComparer.Ordinal),
            round.Select(line => line.Split(',')[0]).Order(StringComparer.Ordinal)
        );

        // Clicked twice, it is the same round; another draw of the month is not made.
        var again = await PostAsync(site, "/audits/draw/confirm", lead, HiddenOf(preview));
        Assert.Equal($"{Round}?begun=yes", again.Headers.Location!.OriginalString);
        var other = await PostAsync(site, "/audits/draw", lead, AuditForms.Draw());
        Assert.Contains(
            "This month has been drawn already",
            await PageAsync(site, other.Headers.Location!.OriginalString, "EPM1"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Confirm_TheFrameHasChanged_DrawsNothingAndShowsThePreviewAgain()
    {
        await using var site = await AuditSite.StartAsync(azurite);
        var lead = await site.SignInAsync("EPM1", Stop);

        var answer = await PostAsync(site, "/audits/draw/confirm", lead, AuditForms.Confirmation());

        var html = await PageAsync(site, answer.Headers.Location!.OriginalString, "EPM1");
        Assert.Contains("The caseload has changed since you looked", html, StringComparison.Ordinal);
        Assert.Null(await RoundAsync(site));
    }

    [Theory]
    [InlineData("programme", "nothing", "Select what is to be audited")]
    [InlineData("month", "2011-11", "Select a month that has begun")]
    [InlineData("how", "number", "Enter how many cases")]
    [InlineData("how", "percent", "Enter a percentage above 0")]
    [InlineData("how", "", "Select how many cases")]
    public async Task Draw_SomethingIsWrong_IsShownOnTheFormWithWhatWasTyped(
        string field,
        string value,
        string error
    )
    {
        await using var site = await AuditSite.StartAsync(azurite);
        var lead = await site.SignInAsync("EPM1", Stop);

        var answer = await PostAsync(
            site,
            "/audits/draw",
            lead,
            AuditForms.Draw((field, value), ("seed", "my own seed"))
        );

        var html = await answer.HtmlAsync(HttpStatusCode.BadRequest);
        Assert.Contains("<title>Error: Draw a sample", html, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(html, Regex.Escape(error), RegexOptions.None, TimeSpan.FromMinutes(1)));
        Assert.Contains("my own seed", html, StringComparison.Ordinal);
        Assert.All(
            ErrorLink().Matches(html),
            link => Assert.Contains($"id=\"{link.Groups["id"].Value}\"", html, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Get_ASizeOfACensus_IsRefusedOnTheForm()
    {
        await using var site = await AuditSite.StartAsync(azurite);
        var lead = await site.SignInAsync("EPM1", Stop);

        var answer = await PostAsync(
            site,
            "/audits/draw",
            lead,
            AuditForms.Draw(("programme", "health"), ("how", "number"), ("size", "3"))
        );

        Assert.Contains(
            "takes every case",
            await answer.HtmlAsync(HttpStatusCode.BadRequest),
            StringComparison.Ordinal
        );
    }

    [GeneratedRegex("<li><a href=\"#(?<id>[^\"]*)\">", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex ErrorLink();
}
