using YosWorkflow.Core.Learning;
using YosWorkflow.Services.Chasing;
using YosWorkflow.TestKit;

namespace YosWorkflow.Web.Tests.Pages;

public sealed class RecordedChildrenTests(AzuriteFixture azurite)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Get_DayOfWhichTheNumbersWereRecorded_ComparesWithThem()
    {
        var storage = await azurite.NewStorageAsync(Stop);
        await Seed.SmallAsync(storage, Stop);
        await using var site = await TestSite.StartAsync(storage, Seed.Today, Stop);
        await site.Service<CloseChase>()
            .ExecuteAsync(
                Seed.Today,
                1,
                [],
                [new TeamChildren("North", new ChildCounts(11, 2, 1, 4, 3, 8))],
                1,
                Stop
            );
        site.Clock.Advance(TimeSpan.FromDays(3));

        var page = await site.Client.GetAsync("/service/children?since=2011-10-05", Stop);
        var csv = await site.Client.GetStringAsync("/service/children?since=2011-10-05&csv=children", Stop);

        Assert.Contains("recorded that morning", await page.HtmlAsync(), StringComparison.Ordinal);
        Assert.Contains(",4 October 2011,", csv, StringComparison.Ordinal);
        Assert.Contains("Any of these,0,0%,8,−8", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_DayOfWhichNothingWasRecorded_SaysHowItIsReckoned()
    {
        var storage = await azurite.NewStorageAsync(Stop);
        await Seed.SmallAsync(storage, Stop);
        await using var site = await TestSite.StartAsync(storage, Seed.Today, Stop);

        var page = await site.Client.GetAsync("/service/children?since=2011-09-01", Stop);

        Assert.Contains(
            "with the children as they are recorded now",
            await page.HtmlAsync(),
            StringComparison.Ordinal
        );
    }
}
