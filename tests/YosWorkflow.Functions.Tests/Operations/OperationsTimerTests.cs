using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using YosWorkflow.Functions.Chasing;
using YosWorkflow.Functions.Operations;
using YosWorkflow.Functions.Tests.Chasing;
using YosWorkflow.Functions.Tests.Engine;
using YosWorkflow.Services.Operations;
using YosWorkflow.Services.Retention;
using YosWorkflow.Services.Settings;
using YosWorkflow.Services.Storage;
using YosWorkflow.TestKit;

namespace YosWorkflow.Functions.Tests.Operations;

public sealed class OperationsTimerTests(AzuriteFixture azurite)
{
    private static readonly string Instance = ChaseDayOrchestration.InstanceId(FakeChase.Day);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(3, 0)]
    [InlineData(5, 1)]
    public async Task Watch_AChaseThatHangs_IsNamedAfterFourHours(int hours, int named)
    {
        using var held = new ManualResetEventSlim();
        var chase = new FakeChase { BeforeCompose = () => held.Wait(Stop) };
        await using var engine = await DurableEngine.StartAsync(Stop);
        await using var worker = await DurableWorker.StartAsync(engine, chase.Build().Register, Stop);
        await new DurableChaseStarter(worker.Client).StartAsync(FakeChase.Day, Stop);
        await worker.Client.WaitForInstanceStartAsync(Instance, Stop);
        var log = new Lines();
        using var telemetry = new ServiceTelemetry(azurite.Storage(azurite.NewPrefix()));

        await new OrchestrationWatch(In(hours), telemetry, log).RunAsync(
            new TimerInfo(),
            worker.Client,
            Stop
        );

        held.Set();
        Assert.Equal(named, log.Said.Count(line => line.Contains(Instance, StringComparison.Ordinal)));
        await worker.Client.WaitForInstanceCompletionAsync(Instance, Stop);
        log.Said.Clear();
        await new OrchestrationWatch(In(hours), telemetry, log).RunAsync(
            new TimerInfo(),
            worker.Client,
            Stop
        );
        Assert.Empty(log.Said);
    }

    [Theory]
    [InlineData(29, true)]
    [InlineData(31, false)]
    public async Task Retention_HistoryOfAChase_GoesAMonthLater(int days, bool stays)
    {
        var storage = await azurite.NewStorageAsync(Stop);
        await using var engine = await DurableEngine.StartAsync(Stop);
        await using var worker = await DurableWorker.StartAsync(
            engine,
            new FakeChase().Build().Register,
            Stop
        );
        await new DurableChaseStarter(worker.Client).StartAsync(FakeChase.Day, Stop);
        await worker.Client.WaitForInstanceCompletionAsync(Instance, Stop);
        var settings = SettingsReader.Read(new ConfigurationBuilder().Build());
        var clock = In(days * 24);
        var purge = new PurgeExpired(
            storage,
            new CaseloadTable(storage),
            new AuditTable(storage),
            new PurgeRunTable(storage),
            settings,
            clock
        );

        await new RetentionTimer(purge, settings, clock, NullLogger<RetentionTimer>.Instance).RunAsync(
            new TimerInfo(),
            worker.Client,
            Stop
        );

        Assert.Equal(stays, await worker.Client.GetInstanceAsync(Instance, Stop) is not null);
    }

    // The engine notes when an instance began by the machine's clock.
    private static FakeTimeProvider In(int hours) => new(TimeProvider.System.GetUtcNow().AddHours(hours));

    private sealed class Lines : ILogger<OrchestrationWatch>
    {
        public List<string> Said { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Said.Add(formatter(state, exception));
    }
}
