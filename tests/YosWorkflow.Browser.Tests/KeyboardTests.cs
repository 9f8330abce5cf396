using System.Text;
using Microsoft.Playwright;
using YosWorkflow.TestKit;

namespace YosWorkflow.Browser.Tests;

/// <summary>The main journeys, without a mouse.</summary>
[Collection(nameof(KentInChromium))]
public sealed class KeyboardTests(KentInChromium kent)
{
    [Fact]
    public async Task Acknowledge_FirstWrongThenRight_IsKept()
    {
        var page = await OpenAsync("PS01");
        await page.GotoAsync("/my-team");
        await page.TabToAsync("Acknowledge");
        await page.FollowAsync();
        await page.TabToAsync("Acknowledge");
        await page.FollowAsync();
        await Assertions
            .Expect(page.Locator(".govuk-error-summary"))
            .ToContainTextAsync("Enter why it is late");
        await page.TabToAsync("Enter why it is late");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("Waiting for a report.");
        foreach (var part in new[] { "14", "10", "2011" })
        {
            await page.Keyboard.PressAsync("Tab");
            await page.Keyboard.TypeAsync(part);
        }

        await page.FollowAsync();

        await Assertions
            .Expect(page.Locator(".govuk-notification-banner"))
            .ToContainTextAsync("Friday 14 October 2011");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Retry_AParkedMessage_IsOnItsWayAgain()
    {
        var page = await OpenAsync("ADM1");
        await page.GotoAsync("/deliveries#parked");
        await page.TabToAsync(Kent2011.Staff.Find("CM001")!.Name);
        await page.FollowAsync();
        await page.TabToAsync("Try again");
        await page.FollowAsync();

        await Assertions.Expect(page.Locator(".govuk-notification-banner")).ToContainTextAsync("tried again");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Import_AFileWithAMistake_ShowsTheRowAndBringsInTheOthers()
    {
        var page = await OpenAsync("ADM1");
        await page.GotoAsync("/import");
        await page.Locator("#staff")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "staff.csv",
                    MimeType = "text/csv",
                    Buffer = Encoding.UTF8.GetBytes(
                        """
                        staff_id,name,email,role
                        ADM1,Carys Baker,adm1@yos.example,administrator
                        NEW1,Nia Bell,nia@yos.example,wizard
                        """
                    ),
                }
            );
        await page.TabToAsync("See what would change");
        await page.FollowAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("wizard");
        await page.TabToAsync("Import", exact: true);
        await page.FollowAsync();

        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Done, with");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("wizard");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("CM004")]
    [InlineData("PS01")]
    [InlineData("HOS1")]
    public async Task Read_ALinkOfADigest_LandsOnItsLine(string staffId)
    {
        var page = await OpenAsync(staffId);
        await page.SetContentAsync(await kent.EmailAsync(staffId));
        var links = await page.Locator("a[href*='line=']").AllAsync();
        var last = links[^1];
        var line = (await last.GetAttributeAsync("href"))!.Split('#')[1];
        await last.FocusAsync();
        await page.FollowAsync();

        var target = page.Locator($"[id='{line}']");
        await Assertions.Expect(target).ToBeFocusedAsync();
        await Assertions.Expect(target).ToBeInViewportAsync();
        Assert.NotEqual(
            "rgba(0, 0, 0, 0)",
            await target.EvaluateAsync<string>("one => getComputedStyle(one).backgroundColor")
        );
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Read_ALinkWhoseAnchorWasLostOnTheWay_LandsOnItsLineAllTheSame()
    {
        var page = await OpenAsync("PS01");
        await page.SetContentAsync(await kent.EmailAsync("PS01"));
        var link = await page.Locator("a[href*='line=']").Last.GetAttributeAsync("href");
        await page.GotoAsync(link!.Split('#')[0]);

        var target = page.Locator($"[id='{link.Split('#')[1]}']");
        await Assertions.Expect(target).ToBeFocusedAsync();
        await Assertions.Expect(target).ToBeInViewportAsync();
        await page.Context.CloseAsync();
    }

    private Task<IPage> OpenAsync(string staffId)
    {
        Assert.SkipWhen(KentInChromium.WhyNot is not null, KentInChromium.WhyNot ?? "");
        return kent.OpenAsync(staffId, 1280);
    }
}
