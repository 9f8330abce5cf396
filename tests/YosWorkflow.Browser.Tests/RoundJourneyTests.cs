using Microsoft.Playwright;

namespace YosWorkflow.Browser.Tests;

/// <summary>Drawing a sample, and giving a case of it to somebody else, by keyboard alone and without script.</summary>
[Collection(nameof(KentInChromium))]
public sealed class RoundJourneyTests(KentInChromium kent)
{
    [Fact]
    public async Task Draw_FirstWrongThenPreviewedThenConfirmed_IsDrawnAndACaseGoesToAnother()
    {
        Assert.SkipWhen(KentInChromium.WhyNot is not null, KentInChromium.WhyNot ?? "");
        var page = await kent.OpenAsync("EPM1", 1280, withScript: false);
        await page.GotoAsync("/audits");
        await page.TabToAsync("Draw a sample by hand");
        await page.FollowAsync();
        await page.TabToFieldAsync("how");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.TabToAsync("Preview the draw");
        await page.FollowAsync();
        await page.TabToAsync("Enter how many cases");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("24");
        await page.TabToAsync("Preview the draw");
        await page.FollowAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("What would be drawn");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("24 cases, asked for as 24");
        await page.TabToAsync("Draw this sample");
        await page.FollowAsync();
        await Assertions
            .Expect(page.Locator(".govuk-notification-banner"))
            .ToContainTextAsync("The sample is drawn: 24 cases");

        await GiveAwayAsync(page);
        await page.Context.CloseAsync();
    }

    private static async Task GiveAwayAsync(IPage page)
    {
        var link = page.Locator("#cases ~ table tbody a[href$='/auditor']").First;
        var before = (await link.TextContentAsync())!;
        await link.FocusAsync();
        await page.FollowAsync();
        await page.TabToFieldAsync("to");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.TabToFieldAsync("reason");
        await page.Keyboard.TypeAsync("On leave from Monday.");
        await page.TabToAsync("Change the auditor");
        await page.FollowAsync();

        var banner = page.Locator(".govuk-notification-banner__heading");
        await Assertions.Expect(banner).ToContainTextAsync("now. Whoever is concerned is told");
        var after = (await banner.TextContentAsync())!;
        Assert.DoesNotContain(before.Split(" audits ")[0].Trim(), after, StringComparison.Ordinal);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("On leave from Monday.");
    }
}
