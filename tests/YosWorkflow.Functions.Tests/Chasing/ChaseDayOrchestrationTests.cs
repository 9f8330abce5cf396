using Microsoft.DurableTask.Client;
using YosWorkflow.Functions.Chasing;
using YosWorkflow.Functions.Tests.Engine;
using YosWorkflow.Services.Chasing;

namespace YosWorkflow.Functions.Tests.Chasing;

public sealed class ChaseDayOrchestrationTests
{
    private static readonly string Instance = ChaseDayOrchestration.InstanceId(FakeChase.Day);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_WorkingDay_TakesEveryStepOnceAndInOrder()
    {
        var chase = new FakeChase();

        var summary = await SummaryOfAsync(chase);

        Assert.Equal(
            [
                "OpenChase 2011-10-04",
                "ChaseTeam East",
                "ChaseTeam North",
                "ChaseTeam South",
                "StepAudits",
                "ComposeDigests",
                "SendDigests A|B",
                "SendDigests C",
                "FindLeftOverDigests",
                "SendDigests D",
                "TellOfParked",
                "SendDigests ADM",
                "CloseChase",
            ],
            Sorted(chase.Steps.Calls)
        );
        Assert.Equal((3, 30, 5, 0), (summary.Teams, summary.Cases, summary.Sent, summary.NotSent));
        Assert.Equal(2 + (3 * 5) + (4 * 1) + (4 * 3), summary.Transactions);
        Assert.Empty(summary.FailedTeams);
    }

    [Fact]
    public async Task Run_DayOnWhichNobodyIsTold_OpensAndClosesItAndSaysWhy()
    {
        var chase = new FakeChase { WhyNobody = "Tuesday 4 October 2011 is a bank holiday." };

        var summary = await SummaryOfAsync(chase);

        Assert.Equal(["OpenChase 2011-10-04", "CloseChase"], chase.Steps.Calls);
        Assert.Equal(chase.WhyNobody, summary.WhyNobody);
    }

    [Fact]
    public async Task Run_StepsThatFailAtFirst_AreTriedAgain()
    {
        var failures = 0;
        var chase = new FakeChase
        {
            BeforeTeam = _ => FailFirst(ref failures, 3),
            BeforeCompose = () => FailFirst(ref failures, 5),
        };

        var summary = await SummaryOfAsync(chase);

        Assert.Equal(5, failures);
        Assert.Empty(summary.FailedTeams);
        Assert.Equal(30, summary.Cases);
        Assert.Equal(
            6,
            chase.Steps.Calls.Count(call => call.StartsWith("ChaseTeam", StringComparison.Ordinal))
        );
        Assert.Equal(3, chase.Steps.Calls.Count(call => call == "ComposeDigests"));
    }

    [Fact]
    public async Task Run_TeamThatKeepsFailing_IsReportedAndHoldsUpNobody()
    {
        var chase = new FakeChase
        {
            BeforeTeam = team =>
            {
                if (team == "North")
                {
                    throw new InvalidOperationException("Storage is busy.\r\nHeaders:\r\nx-ms-request-id: 1");
                }
            },
        };

        var summary = await SummaryOfAsync(chase);

        Assert.Equal(["North: Storage is busy."], summary.FailedTeams);
        Assert.Equal((3, 20, 5), (summary.Teams, summary.Cases, summary.Sent));
        Assert.Equal(5, chase.Steps.Calls.Count(call => call == "ChaseTeam North"));
        Assert.Equal("CloseChase", chase.Steps.Calls[^1]);
    }

    [Fact]
    public async Task Run_RoundsThatFail_AreReportedAndHoldUpNobody()
    {
        var chase = new FakeChase { FailedRounds = [new FailedTeam("audit golden-thread/2011-10", "No.")] };

        var summary = await SummaryOfAsync(chase);

        Assert.Equal(["audit golden-thread/2011-10: No."], summary.FailedTeams);
        Assert.Equal((30, 5), (summary.Cases, summary.Sent));
    }

    [Fact]
    public async Task Run_AuditsThatKeepFailing_AreReportedAndHoldUpNobody()
    {
        var chase = new FakeChase { BeforeAudits = () => throw new InvalidOperationException("No.") };

        var summary = await SummaryOfAsync(chase);

        Assert.Equal(["audits: No."], summary.FailedTeams);
        Assert.Equal((30, 5), (summary.Cases, summary.Sent));
    }

    [Fact]
    public async Task Run_PageThatKeepsFailing_IsCountedAndHoldsUpNobody()
    {
        var chase = new FakeChase
        {
            BeforeSend = page =>
            {
                if (page.Digests.Contains("A"))
                {
                    throw new InvalidOperationException("Not now.");
                }
            },
        };

        var summary = await SummaryOfAsync(chase);

        Assert.Equal((3, 2), (summary.Sent, summary.NotSent));
        Assert.Equal("CloseChase", chase.Steps.Calls[^1]);
    }

    [Fact]
    public async Task Run_DigestsThatCannotBeComposed_Fails()
    {
        var chase = new FakeChase { BeforeCompose = () => throw new InvalidOperationException("No.") };

        var ended = await RunAsync(chase);

        Assert.Equal(OrchestrationRuntimeStatus.Failed, ended.RuntimeStatus);
        Assert.DoesNotContain("CloseChase", chase.Steps.Calls);
    }

    [Fact]
    public async Task Run_WorkerThatEndsInTheMiddle_IsTakenUpByAnotherWithoutDoingAnythingTwice()
    {
        await using var engine = await DurableEngine.StartAsync(Stop);
        var failed = new TaskCompletionSource();
        var before = new FakeChase
        {
            BeforeCompose = () =>
            {
                failed.TrySetResult();
                throw new InvalidOperationException("The worker ends while this waits for its next try.");
            },
        };
        await using (
            var worker = await DurableWorker.StartAsync(
                engine,
                before.Build().Register,
                Stop,
                retryAfter: TimeSpan.FromSeconds(2)
            )
        )
        {
            await new DurableChaseStarter(worker.Client).StartAsync(FakeChase.Day, Stop);
            await failed.Task.WaitAsync(TimeSpan.FromSeconds(30), Stop);
            // The failure has to reach the engine, which then waits with nothing under way.
            await Task.Delay(TimeSpan.FromSeconds(1), Stop);
        }

        var after = new FakeChase();
        await using var another = await DurableWorker.StartAsync(engine, after.Build().Register, Stop);
        var ended = await EndAsync(another);

        Assert.Equal(OrchestrationRuntimeStatus.Completed, ended.RuntimeStatus);
        Assert.Equal(
            [
                "OpenChase 2011-10-04",
                "ChaseTeam East",
                "ChaseTeam North",
                "ChaseTeam South",
                "StepAudits",
                "ComposeDigests",
            ],
            Sorted(before.Steps.Calls)
        );
        Assert.Equal("ComposeDigests", after.Steps.Calls[0]);
        Assert.DoesNotContain(
            after.Steps.Calls,
            call => call.StartsWith("ChaseTeam", StringComparison.Ordinal)
        );
        Assert.Equal(30, ended.ReadOutputAs<ChaseSummary>()!.Cases);
    }

    private static void FailFirst(ref int failures, int most)
    {
        if (Interlocked.Increment(ref failures) <= most)
        {
            throw new InvalidOperationException("Not now.");
        }

        Interlocked.Decrement(ref failures);
    }

    // Teams are chased side by side, in any order.
    private static IEnumerable<string> Sorted(IReadOnlyList<string> calls) =>
        [
            calls[0],
            .. calls.Skip(1).Take(FakeChase.Teams.Length).Order(StringComparer.Ordinal),
            .. calls.Skip(4),
        ];

    private static async Task<ChaseSummary> SummaryOfAsync(FakeChase chase)
    {
        var ended = await RunAsync(chase);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, ended.RuntimeStatus);
        return ended.ReadOutputAs<ChaseSummary>()!;
    }

    private static async Task<OrchestrationMetadata> RunAsync(FakeChase chase)
    {
        await using var engine = await DurableEngine.StartAsync(Stop);
        await using var worker = await DurableWorker.StartAsync(engine, chase.Build().Register, Stop);
        await new DurableChaseStarter(worker.Client).StartAsync(FakeChase.Day, Stop);
        return await EndAsync(worker);
    }

    private static Task<OrchestrationMetadata> EndAsync(DurableWorker worker) =>
        worker
            .Client.WaitForInstanceCompletionAsync(Instance, getInputsAndOutputs: true, Stop)
            .WaitAsync(TimeSpan.FromSeconds(30), Stop);
}
