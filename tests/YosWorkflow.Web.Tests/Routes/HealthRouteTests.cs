using System.Net;
using System.Text.Json;
using YosWorkflow.Services.Operations;
using YosWorkflow.TestKit;

namespace YosWorkflow.Web.Tests.Routes;

/// <summary>What the health says of the signals.</summary>
public sealed class HealthRouteTests(AzuriteFixture azurite)
{
    private static readonly DateOnly Tuesday = new(2011, 10, 4);
    private static readonly DateOnly Saturday = new(2011, 10, 8);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Get_NothingIsWrong_SaysEverySignalWithItsThreshold()
    {
        await using var site = await TestSite.StartAsync(await azurite.NewStorageAsync(Stop), Saturday, Stop);

        var health = await HealthAsync(site);

        Assert.Equal("ok", health.GetProperty("status").GetString());
        Assert.Equal("ok", health.GetProperty("storage").GetString());
        Assert.Equal(
            [
                "yos.chase.missing 0 0 True",
                "yos.chase.age 0 6 True",
                "yos.chase.duration 0  True",
                "yos.chase.told 0  True",
                "yos.digests.parked 0 0 True",
                "yos.digests.oldest_unsent 0 3600 True",
                "yos.import.age 0 3 True",
                "yos.rounds.open 0  True",
            ],
            health.GetProperty("checks").EnumerateArray().Select(Text)
        );
    }

    [Fact]
    public async Task Get_AMorningWithoutItsChase_IsAliveAndDegraded()
    {
        await using var site = await TestSite.StartAsync(await azurite.NewStorageAsync(Stop), Tuesday, Stop);

        var health = await HealthAsync(site);

        Assert.Equal("degraded", health.GetProperty("status").GetString());
        Assert.Equal(
            [VitalNames.ChaseMissing],
            health
                .GetProperty("checks")
                .EnumerateArray()
                .Where(check => !check.GetProperty("ok").GetBoolean())
                .Select(check => check.GetProperty("name").GetString())
        );
    }

    private static string Text(JsonElement check) =>
        $"{check.GetProperty("name")} {check.GetProperty("value")} {check.GetProperty("threshold")} {check.GetProperty("ok")}";

    private static async Task<JsonElement> HealthAsync(TestSite site)
    {
        using var answer = await site.Client.GetAsync("/api/health", Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.JsonAsync();
    }
}
