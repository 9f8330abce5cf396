using Microsoft.Playwright;

namespace YosWorkflow.Browser.Tests;

/// <summary>Filling in a return: by keyboard alone, without script and with it, and once more after it was given back.</summary>
[Collection(nameof(KentInChromium))]
public sealed class ReturnJourneyTests(KentInChromium kent)
{
    private const string Round = "/audits/golden-thread/2011-09/";

    // Whatever a busy machine makes of a pause of some seconds.
    private const int Patience = 60_000;

    private static readonly (string Section, string[] Questions)[] Sections =
    [
        .. Core
            .Audits.AuditProgrammes.Find("golden-thread")!
            .Template.Sections.Select(section =>
                (section.SectionId, section.Questions.Select(question => question.QuestionId).ToArray())
            ),
    ];

    [Fact]
    public async Task Complete_ByKeyboardAloneWithoutScript_FirstWithGapsThenWhole_IsIn()
    {
        var page = await OpenAsync("reader of keyboard", withScript: false);
        await page.GotoAsync(kent.AddressOf(Round + "{keyboard}"));
        await page.TabToAsync("Start");
        await page.FollowAsync();
        foreach (var (_, questions) in Sections)
        {
            foreach (var question in questions.Where(question => question != "supervision"))
            {
                await page.TabToFieldAsync("answer-" + question);
                await page.Keyboard.PressAsync("Space");
            }

            await page.TabToAsync("Save and continue");
            await page.FollowAsync();
        }

        await page.TabToAsync("Hand in the return");
        await page.FollowAsync();
        await page.TabToAsync("Answer question 24");
        await page.FollowAsync();
        var last = page.Locator("#answer-supervision");
        await Assertions.Expect(last).ToBeInViewportAsync();
        await page.TabToFieldAsync("answer-supervision");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.TabToFieldAsync("seen-supervision");
        await page.Keyboard.TypeAsync("Once in six weeks.");
        await page.TabToAsync("Save and continue");
        await page.FollowAsync();
        await page.TabToAsync("Hand in the return");
        await page.FollowAsync();

        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("Return handed in");
        await page.TabToAsync("See the return");
        await page.FollowAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Once in six weeks.");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task FillIn_WithScript_IsSavedByItselfAndNothingIsLostOnTheWay()
    {
        var page = await OpenAsync("reader of script");
        var section = kent.AddressOf(Round + "{script}?section=assessment");
        await page.GotoAsync(section);
        var (status, seen) = (page.Locator("[data-save-status]"), page.Locator("#seen-dynamic-factors"));

        await page.Locator("#answer-offending-behaviour").CheckAsync();
        await ExpectAsync(status, "Saved 10:00");
        await ExpectAsync(page.Locator("[data-progress=assessment]"), "1 of 7 answered");

        await page.Context.SetOfflineAsync(true);
        await seen.FillAsync("Typed in a lift.");
        await ExpectAsync(status, "The service can’t be reached", ignoreCase: true);
        await page.Context.SetOfflineAsync(false);
        await ExpectAsync(status, "Saved 10:00");

        var cookies = await page.Context.CookiesAsync();
        await page.Context.AddCookiesAsync([Cookie(cookies[0], "ended")]);
        await seen.FillAsync("Typed while signed out.");
        await ExpectAsync(status, "you have been signed out");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save and continue" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Uri(kent.Address, section).ToString());
        await Assertions.Expect(seen).ToHaveValueAsync("Typed while signed out.");

        await page.Context.AddCookiesAsync([Cookie(cookies[0], cookies[0].Value)]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save and continue" }).ClickAsync();
        await ExpectAsync(page.Locator("h2.govuk-heading-m").First, "From assessment to plans");
        await page.GotoAsync(section);
        await Assertions.Expect(seen).ToHaveValueAsync("Typed while signed out.");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task FillIn_InTwoWindows_ShowsBothAndKeepsOnesOwn()
    {
        var page = await OpenAsync("reader of windows");
        var section = kent.AddressOf(Round + "{windows}?section=oversight");
        await page.GotoAsync(section);
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync(section);
        await page.Locator("#seen-supervision").FillAsync("From one window.");
        await ExpectAsync(page.Locator("[data-save-status]"), "Saved 10:00");

        await other.Locator("#seen-supervision").FillAsync("From the other.");
        await ExpectAsync(other.Locator("[data-save-status]"), "changed in another window");
        await other.GetByRole(AriaRole.Button, new() { Name = "Save and continue" }).ClickAsync();
        await ExpectAsync(other.Locator("main"), "From one window.");
        await Assertions.Expect(other.Locator("#seen-supervision")).ToHaveValueAsync("From the other.");
        await other.GetByRole(AriaRole.Button, new() { Name = "Save and continue" }).ClickAsync();
        await ExpectAsync(other.Locator("h1"), "Check the answers");

        await page.GotoAsync(section);
        await Assertions.Expect(page.Locator("#seen-supervision")).ToHaveValueAsync("From the other.");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task GiveBack_ByKeyboard_IsChangedAndHandedInAgain()
    {
        var lead = await OpenAsync("EPM1");
        await lead.GotoAsync(kent.AddressOf(Round + "{reopened}"));
        await lead.TabToAsync("Give it back to the auditor");
        await lead.FollowAsync();
        await lead.TabToFieldAsync("reason");
        await lead.Keyboard.TypeAsync("Question 24 is met, is it not?");
        await lead.TabToAsync("Give it back");
        await lead.FollowAsync();
        await ExpectAsync(lead.Locator(".govuk-notification-banner"), "is given back to");
        await lead.Context.CloseAsync();

        var auditor = await OpenAsync("reader of reopened");
        await auditor.GotoAsync(kent.AddressOf(Round + "{reopened}?section=oversight"));
        await ExpectAsync(auditor.Locator("main"), "Question 24 is met, is it not?");
        await auditor.TabToFieldAsync("answer-supervision");
        await auditor.Keyboard.PressAsync("ArrowDown");
        await auditor.TabToAsync("Save and continue");
        await auditor.FollowAsync();
        await auditor.TabToAsync("Hand in the return");
        await auditor.FollowAsync();
        await ExpectAsync(auditor.Locator("h1"), "Return handed in");
        await auditor.Context.CloseAsync();
    }

    private Task<IPage> OpenAsync(string staffId, bool withScript = true)
    {
        Assert.SkipWhen(KentInChromium.WhyNot is not null, KentInChromium.WhyNot ?? "");
        return kent.OpenAsync(staffId, 1280, withScript);
    }

    private static Task ExpectAsync(ILocator where, string text, bool ignoreCase = false) =>
        Assertions
            .Expect(where)
            .ToContainTextAsync(text, new() { Timeout = Patience, IgnoreCase = ignoreCase });

    private Cookie Cookie(BrowserContextCookiesResult like, string value) =>
        new()
        {
            Name = like.Name,
            Value = value,
            Url = kent.Address.ToString(),
        };
}
