using Microsoft.DurableTask.Client;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Functions.Chasing;
using YosWorkflow.Functions.Tests.Engine;
using YosWorkflow.TestKit;

namespace YosWorkflow.Functions.Tests.Chasing;

/// <summary>Chases of a caseload of a real service's size, on the real engine and in real tables.</summary>
public sealed class RealChaseTests(AzuriteFixture azurite)
{
    private static readonly string Instance = ChaseDayOrchestration.InstanceId(Kent2011.AsOf);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_Kent2011_TellsWhomTheChaseInOneProcessTellsAndCostsNoMoreThanAllowed()
    {
        using var other = await RealChase.KentAsync(azurite);
        var report = await other.InOneProcessAsync();
        using var chase = await RealChase.KentAsync(azurite);

        var summary = await SummaryOfAsync(chase);

        Assert.Equal(report.Told.Select(told => (told.PersonId, told.Channel)).Order(), Received(chase));
        Assert.Equal(Received(other), Received(chase));
        var (run, expected) = (await chase.RunAsync(), await other.RunAsync());
        Assert.NotNull(run.FinishedAt);
        Assert.Equal((expected.Cases, 0), (run.Cases, run.FailedTeams.Length));
        Assert.Equal((run.Cases, run.Transactions), (summary.Cases, summary.Transactions));
        Assert.Equal((report.Told.Length, 0), (summary.Sent, summary.NotSent));
        var people = report.Told.Select(told => told.PersonId).Distinct(StringComparer.Ordinal).Count();
        Assert.InRange(summary.Transactions, 1, (8 * summary.Teams) + (3 * people) + 30);
    }

    [Fact]
    public async Task Run_EveryStepDiesOnceItHasDoneItsWork_EveryoneIsToldOnce()
    {
        using var undisturbed = await RealChase.KentAsync(azurite);
        await undisturbed.InOneProcessAsync();
        using var chase = await RealChase.KentAsync(azurite, stepsDieOnce: true);

        var summary = await SummaryOfAsync(chase);

        Assert.Equal(Received(undisturbed), Received(chase));
        Assert.Empty(summary.FailedTeams);
        Assert.Equal((Received(undisturbed).Length, 0), (summary.Sent, summary.NotSent));
    }

    [Fact]
    public async Task Start_AfterTheOrchestrationWasEndedInTheMiddle_GoesOnAndTellsNobodyTwice()
    {
        using var undisturbed = await RealChase.KentAsync(azurite);
        await undisturbed.InOneProcessAsync();
        using var chase = await RealChase.KentAsync(azurite);
        await using var engine = await DurableEngine.StartAsync(Stop);
        await using var worker = await DurableWorker.StartAsync(engine, chase.Register, Stop);
        var sent = new TaskCompletionSource();
        using var ended = new ManualResetEventSlim();
        chase.AfterStep = (step, times) =>
        {
            if (step == ChaseActivities.Send && times == 1)
            {
                sent.SetResult();
                ended.Wait(Stop);
            }
        };
        await new DurableChaseStarter(worker.Client).StartAsync(Kent2011.AsOf, Stop);
        await sent.Task.WaitAsync(TimeSpan.FromSeconds(60), Stop);

        await worker.Client.TerminateInstanceAsync(Instance, Stop);
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await EndAsync(worker)).RuntimeStatus);
        ended.Set();
        var before = Received(chase).Length;
        await new DurableChaseStarter(worker.Client).StartAsync(Kent2011.AsOf, Stop);
        var again = await EndAsync(worker);

        Assert.Equal(OrchestrationRuntimeStatus.Completed, again.RuntimeStatus);
        Assert.InRange(before, 1, Received(undisturbed).Length - 1);
        Assert.Equal(Received(undisturbed), Received(chase));
    }

    private static (string PersonId, Channel Channel)[] Received(RealChase chase) =>
        [.. chase.Post.Received.Select(digest => (digest.PersonId, digest.Channel)).Order()];

    private static async Task<ChaseSummary> SummaryOfAsync(RealChase chase)
    {
        await using var engine = await DurableEngine.StartAsync(Stop);
        await using var worker = await DurableWorker.StartAsync(engine, chase.Register, Stop);
        await new DurableChaseStarter(worker.Client).StartAsync(Kent2011.AsOf, Stop);
        var ended = await EndAsync(worker);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, ended.RuntimeStatus);
        return ended.ReadOutputAs<ChaseSummary>()!;
    }

    private static Task<OrchestrationMetadata> EndAsync(DurableWorker worker) =>
        worker
            .Client.WaitForInstanceCompletionAsync(Instance, getInputsAndOutputs: true, Stop)
            .WaitAsync(TimeSpan.FromSeconds(90), Stop);
}
