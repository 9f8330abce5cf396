using YosWorkflow.TestKit;

namespace YosWorkflow.Browser.Tests;

/// <summary>
/// The README's pictures. They are taken each time, so that they can be; where <c>YOS_PICTURES</c> is set, they are written to
/// <c>docs/images</c>.
/// </summary>
[Collection(nameof(KentInChromium))]
public sealed class ReadmePictureTests(KentInChromium kent)
{
    private const int MostBytes = 200_000;

    /// <summary>What it is called, as whom, and where.</summary>
    public static TheoryData<string, string, string> Pictures =>
        new()
        {
            { "my-day", "CM004", "/my-day" },
            { "sent", "ADM1", "/sent" },
            { "return", "reader of started", "/audits/golden-thread/2011-09/{started}?section=assessment" },
            { "run-chart", "HOS1", "/service/run-chart/all" },
        };

    [Theory]
    [MemberData(nameof(Pictures))]
    public async Task Take_APageOfTheReadme_IsSmallEnough(string name, string staffId, string address)
    {
        Assert.SkipWhen(KentInChromium.WhyNot is not null, KentInChromium.WhyNot ?? "");
        var page = await kent.OpenAsync(staffId, 1280);
        await page.SetViewportSizeAsync(1200, 960);
        await page.GotoAsync(kent.AddressOf(address));
        if (await page.QuerySelectorAsync(".yos-chart-frame") is { } chart)
        {
            await chart.ScrollIntoViewIfNeededAsync();
        }

        var picture = await page.ScreenshotAsync();

        await page.Context.CloseAsync();
        Assert.InRange(picture.Length, 5_000, MostBytes);
        if (Environment.GetEnvironmentVariable("YOS_PICTURES") is { Length: > 0 })
        {
            await File.WriteAllBytesAsync(
                RepositoryRoot.Combine("docs", "images", $"{name}.png"),
                picture,
                TestContext.Current.CancellationToken
            );
        }
    }
}
