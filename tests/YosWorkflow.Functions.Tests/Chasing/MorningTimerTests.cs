using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using YosWorkflow.Core;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Functions.Auditing;
using YosWorkflow.Functions.Chasing;
using YosWorkflow.Functions.Tests.Auditing;
using YosWorkflow.Functions.Tests.Engine;
using YosWorkflow.Services.Settings;
using YosWorkflow.Services.Storage;
using YosWorkflow.TestKit;

namespace YosWorkflow.Functions.Tests.Chasing;

public sealed class MorningTimerTests(AzuriteFixture azurite)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>The clocks go forward on Sunday 29 March 2026 and back on Sunday 25 October 2026; 3 and 6 April are bank holidays.</summary>
    [Theory]
    [InlineData(
        "2026-03-27",
        "2026-03-31",
        "2026-03-27T07:00Z chase-2026-03-27, 2026-03-30T06:00Z chase-2026-03-30, 2026-03-31T06:00Z chase-2026-03-31"
    )]
    [InlineData(
        "2026-04-02",
        "2026-04-07",
        "2026-04-02T06:00Z chase-2026-04-02, 2026-04-07T06:00Z chase-2026-04-07"
    )]
    [InlineData(
        "2026-10-23",
        "2026-10-27",
        "2026-10-23T06:00Z chase-2026-10-23, 2026-10-26T07:00Z chase-2026-10-26, 2026-10-27T07:00Z chase-2026-10-27"
    )]
    public async Task Run_EveryHourAroundAClockChange_StartsEachWorkingDayOnceAtSevenInLondon(
        string first,
        string last,
        string started
    )
    {
        await using var engine = await DurableEngine.StartAsync(Stop);
        await using var worker = await DurableWorker.StartAsync(
            engine,
            new FakeChase().Build().Register,
            Stop
        );
        var seen = new List<string>();

        for (var hour = At(first, 0); hour <= At(last, 23); hour = hour.AddHours(1))
        {
            await FireAsync(hour, worker.Client);
            await foreach (var instance in worker.Client.GetAllInstancesAsync())
            {
                if (!seen.Any(one => one.EndsWith(instance.InstanceId, StringComparison.Ordinal)))
                {
                    seen.Add($"{hour:yyyy-MM-ddTHH:mmZ} {instance.InstanceId}");
                }
            }
        }

        Assert.Equal(started.Split(", "), seen);
    }

    [Fact]
    public async Task Run_MorningThatWasMissed_IsCaughtUpUntilNoon()
    {
        await using var engine = await DurableEngine.StartAsync(Stop);
        await using var worker = await DurableWorker.StartAsync(
            engine,
            new FakeChase().Build().Register,
            Stop
        );

        await FireAsync(At("2026-01-12", 12), worker.Client);
        Assert.Null(await worker.Client.GetInstanceAsync("chase-2026-01-12", Stop));

        await FireAsync(At("2026-01-13", 11), worker.Client);
        Assert.NotNull(await worker.Client.GetInstanceAsync("chase-2026-01-13", Stop));
    }

    [Fact]
    public async Task Run_FirstWorkingDayOfAMonth_DrawsTheMonthsRoundsBeforeTheChaseAndStartsBoth()
    {
        var storage = await azurite.NewStorageAsync(Stop);
        await SeededCaseload.WriteAsync(storage, Kent2011.Staff, Kent2011.Cases, Stop);
        var month = new RoundId("golden-thread", new DateOnly(2011, 10, 1));
        var drawn = new TaskCompletionSource<bool>();
        var chase = new FakeChase
        {
            BeforeAudits = () =>
                drawn.TrySetResult(
                    new AuditTable(storage)
                        .FindRoundAsync(month, CancellationToken.None)
                        .GetAwaiter()
                        .GetResult()
                        is { Round.State: RoundState.Open }
                ),
        };
        await using var engine = await DurableEngine.StartAsync(Stop);
        await using var worker = await DurableWorker.StartAsync(
            engine,
            registry =>
            {
                chase.Build().Register(registry);
                new FakeRound().Build().Register(registry);
            },
            Stop
        );

        await FireAsync(At("2011-10-03", 6), worker.Client, storage);

        Assert.True(await drawn.Task.WaitAsync(TimeSpan.FromSeconds(30), Stop));
        Assert.NotNull(await worker.Client.GetInstanceAsync("audit-golden-thread-2011-10", Stop));
        Assert.NotNull(await worker.Client.GetInstanceAsync("chase-2011-10-03", Stop));
    }

    [Fact]
    public async Task Run_RoundsThatCannotBeDrawn_KeepNobodyFromBeingToldOfWhatIsDue()
    {
        var withoutTables = azurite.Storage(azurite.NewPrefix());
        await using var engine = await DurableEngine.StartAsync(Stop);
        await using var worker = await DurableWorker.StartAsync(
            engine,
            new FakeChase().Build().Register,
            Stop
        );

        await FireAsync(At("2011-10-03", 6), worker.Client, withoutTables);

        Assert.NotNull(await worker.Client.GetInstanceAsync("chase-2011-10-03", Stop));
    }

    private static DateTimeOffset At(string day, int hour) =>
        new(IsoDate.Parse(day), new TimeOnly(hour, 0), TimeSpan.Zero);

    private async Task FireAsync(DateTimeOffset now, DurableTaskClient client, TableStorage? storage = null)
    {
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(new FakeTimeProvider(now))
            .AddYosServices(SettingsReader.Read(new ConfigurationBuilder().Build()))
            .AddSingleton(storage ?? azurite.Storage("none"))
            .AddSingleton<DueRounds>()
            .AddSingleton<MorningTimer>()
            .BuildServiceProvider();
        await services.GetRequiredService<MorningTimer>().RunAsync(new TimerInfo(), client, Stop);
    }
}
