using Microsoft.DurableTask.Client;
using YosWorkflow.Functions.Chasing;
using YosWorkflow.Functions.Tests.Engine;

namespace YosWorkflow.Functions.Tests.Chasing;

public sealed class StartTests
{
    private static readonly string Instance = ChaseDayOrchestration.InstanceId(FakeChase.Day);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void InstanceId_OfADay_IsReadable() => Assert.Equal("chase-2011-10-04", Instance);

    [Fact]
    public async Task Start_DayThatIsUnderWay_LeavesItAlone()
    {
        using var held = new ManualResetEventSlim();
        var chase = new FakeChase { BeforeCompose = () => held.Wait(Stop) };
        await using var engine = await DurableEngine.StartAsync(Stop);
        await using var worker = await DurableWorker.StartAsync(engine, chase.Build().Register, Stop);
        var starter = new DurableChaseStarter(worker.Client);
        await starter.StartAsync(FakeChase.Day, Stop);
        await worker.Client.WaitForInstanceStartAsync(Instance, Stop);

        await starter.StartAsync(FakeChase.Day, Stop);
        held.Set();
        await EndAsync(worker);

        Assert.Single(chase.Steps.Calls, call => call.StartsWith("OpenChase", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Start_DayThatIsDone_LeavesItAlone()
    {
        var chase = new FakeChase();
        await using var engine = await DurableEngine.StartAsync(Stop);
        await using var worker = await DurableWorker.StartAsync(engine, chase.Build().Register, Stop);
        var starter = new DurableChaseStarter(worker.Client);
        await starter.StartAsync(FakeChase.Day, Stop);
        await EndAsync(worker);

        await starter.StartAsync(FakeChase.Day, Stop);

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await EndAsync(worker)).RuntimeStatus);
        Assert.Single(chase.Steps.Calls, call => call.StartsWith("OpenChase", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Start_DayThatFailed_IsChasedAgain()
    {
        var broken = true;
        var chase = new FakeChase
        {
            BeforeCompose = () =>
            {
                if (broken)
                {
                    throw new InvalidOperationException("No.");
                }
            },
        };
        await using var engine = await DurableEngine.StartAsync(Stop);
        await using var worker = await DurableWorker.StartAsync(engine, chase.Build().Register, Stop);
        var starter = new DurableChaseStarter(worker.Client);
        await starter.StartAsync(FakeChase.Day, Stop);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await EndAsync(worker)).RuntimeStatus);

        broken = false;
        await starter.StartAsync(FakeChase.Day, Stop);

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await EndAsync(worker)).RuntimeStatus);
    }

    [Fact]
    public async Task Start_SameDayByManyAtOnce_IsOneChase()
    {
        var chase = new FakeChase();
        await using var engine = await DurableEngine.StartAsync(Stop);
        await using var worker = await DurableWorker.StartAsync(engine, chase.Build().Register, Stop);

        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(_ => new DurableChaseStarter(worker.Client).StartAsync(FakeChase.Day, Stop))
        );
        await EndAsync(worker);

        Assert.Single(chase.Steps.Calls, call => call.StartsWith("OpenChase", StringComparison.Ordinal));
    }

    private static Task<OrchestrationMetadata> EndAsync(DurableWorker worker) =>
        worker
            .Client.WaitForInstanceCompletionAsync(Instance, getInputsAndOutputs: true, Stop)
            .WaitAsync(TimeSpan.FromSeconds(30), Stop);
}
