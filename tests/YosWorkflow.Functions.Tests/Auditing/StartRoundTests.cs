using Microsoft.DurableTask.Client;
using YosWorkflow.Functions.Tests.Engine;
using static YosWorkflow.Functions.Tests.Auditing.RoundEngine;

namespace YosWorkflow.Functions.Tests.Auditing;

public sealed class StartRoundTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Start_SameMonthWhileItIsUnderWayAndWhenItIsDone_IsTheFirst()
    {
        var round = new FakeRound { EndsAfter = TimeSpan.FromSeconds(1) };
        await using var engine = await DurableEngine.StartAsync(Stop);
        await using var worker = await DurableWorker.StartAsync(engine, round.Build().Register, Stop);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => worker.StartRoundAsync()));
        await UntilAsync(() => round.Looks("K1") == 1);
        await worker.StartRoundAsync();
        await worker.SummaryAsync();
        await worker.StartRoundAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await worker.EndAsync()).RuntimeStatus);
        Assert.Single(round.Steps.Calls, call => call.StartsWith("SampleRound", StringComparison.Ordinal));
        Assert.Single(round.Steps.Calls, call => call.StartsWith("CloseRound", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Start_MonthThatCouldNotBeDrawn_IsDrawnOnceItCan()
    {
        var round = new FakeRound
        {
            EndsAfter = TimeSpan.FromSeconds(1),
            WhyNot = "No case is in the frame.",
        };
        await using var engine = await DurableEngine.StartAsync(Stop);
        await using var worker = await DurableWorker.StartAsync(engine, round.Build().Register, Stop);
        await worker.StartRoundAsync();
        var failed = await worker.EndAsync();

        round.WhyNot = null;
        await worker.StartRoundAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Failed, failed.RuntimeStatus);
        Assert.Equal(round.WhyNot ?? "No case is in the frame.", failed.FailureDetails!.ErrorMessage);
        Assert.Equal(3, (await worker.SummaryAsync()).Cases);
    }

    [Fact]
    public async Task Watch_NobodyIsThere_IsNoFailureOfTheRequest()
    {
        await using var engine = await DurableEngine.StartAsync(Stop);
        var worker = await DurableWorker.StartAsync(engine, new FakeRound().Build().Register, Stop);
        await worker.CameInAsync("K1");
        await worker.ReopenedAsync("K1");
        var round = new FakeRound { EndsAfter = TimeSpan.Zero };
        await worker.DisposeAsync();

        await using var another = await DurableWorker.StartAsync(engine, round.Build().Register, Stop);
        await another.StartRoundAsync();
        Assert.Equal(3, (await another.SummaryAsync()).Cases);
    }
}
