using Microsoft.DurableTask.Client;
using YosWorkflow.Functions.Auditing;
using YosWorkflow.Functions.Tests.Engine;
using static YosWorkflow.Functions.Tests.Auditing.RoundEngine;

namespace YosWorkflow.Functions.Tests.Auditing;

public sealed class AuditRoundOrchestrationTests
{
    private static readonly string[] Begun =
    [
        "SampleRound golden-thread/2011-11",
        "BeginRound golden-thread/2011-11",
    ];

    private static readonly string[] Cases = ["K1", "K2", "K3"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void InstanceId_OfARoundAndACase_IsReadableAndNeverTooLong()
    {
        Assert.Equal("audit-golden-thread-2011-11", Instance);
        Assert.Equal("audit-golden-thread-2011-11-YOS1234", InstanceOf("YOS1234"));
        Assert.Equal(100, InstanceOf(new string('a', 72)).Length);
        Assert.InRange(InstanceOf(new string('a', 100)).Length, 80, 100);
        Assert.NotEqual(InstanceOf(new string('a', 100)), InstanceOf(new string('a', 99)));
    }

    [Fact]
    public async Task Run_EverythingComesIn_LooksAtEachOnItsEventAndClosesWhenTheRoundEnds()
    {
        var round = new FakeRound { EndsAfter = TimeSpan.FromSeconds(4) };
        await using var engine = await DurableEngine.StartAsync(Stop);
        await using var worker = await DurableWorker.StartAsync(engine, round.Build().Register, Stop);
        await worker.StartRoundAsync();
        await UntilAsync(() => round.Looks("K1") + round.Looks("K2") + round.Looks("K3") == 3);
        var open = await worker.StatusAsync();

        foreach (var caseRef in Cases)
        {
            round.IsBack(caseRef);
            await worker.UntilRunningAsync(caseRef);
            await worker.CameInAsync(caseRef);
            Assert.Equal(
                OrchestrationRuntimeStatus.Completed,
                (await worker.EndAsync(InstanceOf(caseRef))).RuntimeStatus
            );
        }

        await UntilAsync(async () => (await worker.StatusAsync())?.Stage == RoundStatus.AllBack);
        Assert.DoesNotContain(
            round.Steps.Calls,
            call => call.StartsWith("CloseRound", StringComparison.Ordinal)
        );
        var summary = await worker.SummaryAsync();

        Assert.Equal((RoundStatus.Open, 3, FakeRound.EndsOn), (open!.Stage, open.Cases, open.EndsOn));
        Assert.Equal((3, 3), (summary.Cases, summary.Submitted));
        Assert.Empty(summary.Missing);
        Assert.Equal(
            [
                .. Begun,
                "TendAudit K1",
                "TendAudit K1",
                "TendAudit K2",
                "TendAudit K2",
                "TendAudit K3",
                "TendAudit K3",
                "CloseRound golden-thread/2011-11",
            ],
            (string[])
                [
                    .. Begun,
                    .. round.Steps.Calls.Skip(2).SkipLast(1).Order(StringComparer.Ordinal),
                    round.Steps.Calls[^1],
                ]
        );
        Assert.Equal(Begun, round.Steps.Calls.Take(2));
        Assert.Equal(RoundStatus.Closed, (await worker.StatusAsync())!.Stage);
    }

    [Fact]
    public async Task Run_WhatWasAskedFor_GetsToTheDraw()
    {
        var round = new FakeRound { EndsAfter = TimeSpan.Zero };
        await using var engine = await DurableEngine.StartAsync(Stop);
        await using var worker = await DurableWorker.StartAsync(engine, round.Build().Register, Stop);
        await worker.StartRoundAsync();
        await worker.SummaryAsync();

        Assert.Equal(FakeRound.Request, round.Asked!.ToRequest());
        Assert.Equal(
            "K1: return, K2: return, K3: return",
            string.Join(", ", (await worker.SummaryAsync()).Missing)
        );
    }

    [Fact]
    public async Task Run_RemindersComeDue_LooksAtEachOfThem()
    {
        var round = new FakeRound
        {
            NextAfter = (caseRef, looks) =>
                caseRef == "K1" && looks < 4 ? TimeSpan.FromMilliseconds(50) : TimeSpan.FromHours(1),
        };
        await using var engine = await DurableEngine.StartAsync(Stop);
        await using var worker = await DurableWorker.StartAsync(engine, round.Build().Register, Stop);
        await worker.StartRoundAsync();

        await UntilAsync(() => round.Looks("K1") == 4);
        await UntilAsync(() => round.Looks("K2") == 1 && round.Looks("K3") == 1);
    }

    [Fact]
    public async Task Run_RoundEndsWithReturnsMissing_ClosesItNamesThemAndEndsTheirOrchestrations()
    {
        var round = new FakeRound { EndsAfter = TimeSpan.FromSeconds(1) };
        round.IsBack("K2");
        await using var engine = await DurableEngine.StartAsync(Stop);
        await using var worker = await DurableWorker.StartAsync(engine, round.Build().Register, Stop);
        await worker.StartRoundAsync();

        var summary = await worker.SummaryAsync();
        foreach (var caseRef in Cases)
        {
            Assert.Equal(
                OrchestrationRuntimeStatus.Completed,
                (await worker.EndAsync(InstanceOf(caseRef))).RuntimeStatus
            );
        }

        Assert.Equal(["K1: return", "K3: return"], summary.Missing);
        Assert.Equal(1, round.Looks("K2"));
    }

    [Fact]
    public async Task Run_EventBeforeTheReminder_LeavesNoTimerBehind()
    {
        var round = new FakeRound
        {
            NextAfter = (_, looks) => looks == 1 ? TimeSpan.FromSeconds(3) : TimeSpan.FromHours(1),
        };
        await using var engine = await DurableEngine.StartAsync(Stop);
        await using var worker = await DurableWorker.StartAsync(engine, round.Build().Register, Stop);
        await worker.StartRoundAsync();
        await UntilAsync(() => round.Looks("K1") == 1);
        await worker.UntilRunningAsync("K1");

        // It is worth looking, but what is asked for is not in: the look names a later moment, and the first one counts no more.
        await worker.CameInAsync("K1");
        await UntilAsync(() => round.Looks("K2") == 2 && round.Looks("K3") == 2);
        await Task.Delay(TimeSpan.FromMilliseconds(300), Stop);

        Assert.Equal(2, round.Looks("K1"));
    }

    [Fact]
    public async Task Run_ReturnIsGivenBack_IsLookedAfterAgain()
    {
        var round = new FakeRound();
        await using var engine = await DurableEngine.StartAsync(Stop);
        await using var worker = await DurableWorker.StartAsync(engine, round.Build().Register, Stop);
        await worker.StartRoundAsync();
        foreach (var caseRef in Cases)
        {
            await UntilAsync(() => round.Looks(caseRef) == 1);
            round.IsBack(caseRef);
            await worker.UntilRunningAsync(caseRef);
            await worker.CameInAsync(caseRef);
            await worker.EndAsync(InstanceOf(caseRef));
        }

        await UntilAsync(async () => (await worker.StatusAsync())?.Stage == RoundStatus.AllBack);
        round.IsBack("K2", isBack: false);
        await worker.ReopenedAsync("K2");
        await UntilAsync(async () => (await worker.StatusAsync())?.Stage == RoundStatus.Open);
        await UntilAsync(() => round.Looks("K2") == 3);

        // Given back once more while it is looked after: that one looks.
        await worker.UntilRunningAsync("K2");
        await worker.ReopenedAsync("K2");
        await UntilAsync(() => round.Looks("K2") == 4);
        round.IsBack("K2");
        await worker.CameInAsync("K2");
        await UntilAsync(async () => (await worker.StatusAsync())?.Stage == RoundStatus.AllBack);

        // What is not in the sample changes nothing.
        await worker.ReopenedAsync("Z9");
        await worker.ReopenedAsync("K3");
        await UntilAsync(() => round.Looks("K3") == 3);

        Assert.Equal((2, 5, 3), (round.Looks("K1"), round.Looks("K2"), round.Looks("K3")));
    }

    [Fact]
    public async Task Run_WorkerThatEndsInMidRound_IsTakenUpByAnotherWithoutBeginningAgain()
    {
        await using var engine = await DurableEngine.StartAsync(Stop);
        var before = new FakeRound { EndsAfter = TimeSpan.FromSeconds(6) };
        await using (var worker = await DurableWorker.StartAsync(engine, before.Build().Register, Stop))
        {
            await worker.StartRoundAsync();
            await UntilAsync(() => before.Looks("K1") + before.Looks("K2") + before.Looks("K3") == 3);
            foreach (var caseRef in Cases)
            {
                await worker.UntilRunningAsync(caseRef);
            }

            await Task.Delay(TimeSpan.FromSeconds(1), Stop);
        }

        var after = new FakeRound();
        await using var another = await DurableWorker.StartAsync(engine, after.Build().Register, Stop);
        foreach (var caseRef in Cases)
        {
            after.IsBack(caseRef);
        }

        await another.CameInAsync("K1");
        await another.EndAsync(InstanceOf("K1"));
        var summary = await another.SummaryAsync();

        Assert.Empty(summary.Missing);
        Assert.Equal(5, before.Steps.Calls.Count);
        Assert.DoesNotContain(Begun[0], after.Steps.Calls);
        Assert.DoesNotContain(Begun[1], after.Steps.Calls);
        Assert.Equal(1, after.Looks("K1"));
        Assert.Single(after.Steps.Calls, call => call.StartsWith("CloseRound", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_StepsThatFailAtFirst_AreTriedAgain()
    {
        var failures = new Dictionary<string, int>(StringComparer.Ordinal);
        var round = new FakeRound
        {
            EndsAfter = TimeSpan.FromSeconds(1),
            BeforeStep = (step, about) =>
            {
                lock (failures)
                {
                    var times = failures[$"{step} {about}"] =
                        failures.GetValueOrDefault($"{step} {about}") + 1;
                    if (times <= 2)
                    {
                        throw new InvalidOperationException("Not now.");
                    }
                }
            },
        };
        await using var engine = await DurableEngine.StartAsync(Stop);
        await using var worker = await DurableWorker.StartAsync(engine, round.Build().Register, Stop);
        await worker.StartRoundAsync();

        var summary = await worker.SummaryAsync();

        Assert.Equal(3, summary.Missing.Length);
        Assert.Empty((await worker.StatusAsync())!.NotWatched);
        Assert.Equal(
            3,
            round.Steps.Calls.Count(call => call.StartsWith("CloseRound", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task Run_CaseThatKeepsFailing_IsShownAndHoldsUpNeitherTheOthersNorTheRound()
    {
        var round = new FakeRound
        {
            BeforeStep = (_, about) =>
            {
                if (about == "K2")
                {
                    throw new InvalidOperationException("Storage is busy.\r\nHeaders:");
                }
            },
        };
        round.IsBack("K1");
        round.IsBack("K3");
        await using var engine = await DurableEngine.StartAsync(Stop);
        await using var worker = await DurableWorker.StartAsync(engine, round.Build().Register, Stop);
        await worker.StartRoundAsync();

        await UntilAsync(async () => (await worker.StatusAsync())?.Stage == RoundStatus.AllBack);

        var shown = Assert.Single((await worker.StatusAsync())!.NotWatched);
        Assert.StartsWith("K2: ", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Headers", shown, StringComparison.Ordinal);
        Assert.Equal(
            OrchestrationRuntimeStatus.Running,
            (await worker.Client.GetInstanceAsync(Instance, Stop))!.RuntimeStatus
        );
    }

    [Fact]
    public async Task Run_CaseThatIsLookedAtAgainAndAgain_BeginsItsHistoryAnewAndGoesOn()
    {
        var round = new FakeRound
        {
            NextAfter = (caseRef, _) => caseRef == "K1" ? TimeSpan.Zero : TimeSpan.FromHours(1),
        };
        await using var engine = await DurableEngine.StartAsync(Stop);
        await using var worker = await DurableWorker.StartAsync(engine, round.Build().Register, Stop);
        await worker.StartRoundAsync();
        await UntilAsync(() => round.Looks("K1") > AuditReturnOrchestration.MostLooks + 5);
        Assert.Equal(RoundStatus.Open, (await worker.StatusAsync())!.Stage);
        foreach (var caseRef in Cases)
        {
            round.IsBack(caseRef);
            await worker.UntilRunningAsync(caseRef, orEnded: true);
            await worker.CameInAsync(caseRef);
        }

        await UntilAsync(async () => (await worker.StatusAsync())?.Stage == RoundStatus.AllBack);
        await worker.Client.TerminateInstanceAsync(Instance, Stop);
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await worker.EndAsync()).RuntimeStatus);
    }
}
