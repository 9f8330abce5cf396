using YosWorkflow.Core.Audits;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Functions.Auditing;
using YosWorkflow.Functions.Tests.Engine;
using YosWorkflow.Services.Auditing;
using YosWorkflow.TestKit;
using YosWorkflow.Web.Routes.Audits;
using static YosWorkflow.Functions.Tests.Auditing.RoundEngine;

namespace YosWorkflow.Functions.Tests.Auditing;

/// <summary>Rounds of a caseload of a real service's size, on the real engine and in real tables.</summary>
public sealed class RealRoundTests(AzuriteFixture azurite)
{
    private static readonly DateTimeOffset Morning = new(2011, 11, 1, 9, 0, 0, TimeSpan.Zero);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_OnTheDayOfTheDraw_TellsTakesReturnsInAndReplacesWhoIsAway()
    {
        using var round = await RealRound.KentAsync(azurite, new TestClock(Morning, speed: 1));
        await using var engine = await DurableEngine.StartAsync(Stop);
        await using var worker = await DurableWorker.StartAsync(engine, round.Register, Stop);
        await DurableAuditStarter.StartAsync(worker.Client, RealRound.Six, Stop);
        await UntilAsync(async () => (await worker.StatusAsync())?.Stage == RoundStatus.Open);
        var drawn = (await round.ReadAsync()).Cases;
        foreach (var one in drawn)
        {
            await worker.UntilRunningAsync(one.CaseRef);
        }

        var told = await round.ToldAsync();

        // Away, which a look finds.
        await round.IsAwayAsync(drawn[0].AuditorId!);
        await worker.CameInAsync(drawn[0].CaseRef);
        await UntilAsync(async () => (await NowAsync(round, drawn[0])).AuditorBefore.Length == 1);
        var now = await NowAsync(round, drawn[0]);

        // In, all but one; one of them is checked for the second time.
        foreach (var one in drawn[1..])
        {
            await round.SubmitAsync(one.CaseRef);
            await worker.CameInAsync(one.CaseRef);
        }

        await UntilAsync(async () =>
            (await round.ReadAsync()).Cases.Any(one => one.SecondReaderId is not null)
        );
        var second = (await round.ReadAsync()).Cases.Single(one => one.SecondReaderId is not null);
        foreach (var one in drawn[1..].Where(one => one.CaseRef != second.CaseRef))
        {
            await worker.EndAsync(InstanceOf(one.CaseRef));
        }

        await round.SubmitAsync(second.CaseRef, isSecond: true);
        await worker.CameInAsync(second.CaseRef);
        await worker.EndAsync(InstanceOf(second.CaseRef));

        Assert.Equal(
            drawn.Select(one => $"{one.AuditorId} {one.CaseRef}").Order(StringComparer.Ordinal),
            told.Where(line => line.Contains(" Email ", StringComparison.Ordinal))
                .Where(line => line.Contains("audit-return:", StringComparison.Ordinal))
                .Select(line => line.Split(' '))
                .Select(words => $"{words[0]} {words[2]}")
                .Order(StringComparer.Ordinal)
        );
        Assert.NotEqual(drawn[0].AuditorId, now.AuditorId);
        var later = await round.ToldAsync();
        Assert.Contains(
            later,
            line =>
                line.StartsWith(
                    $"{now.AuditorId} Email {now.CaseRef} audit-return:golden-thread:2011-11:2 ",
                    StringComparison.Ordinal
                )
        );
        Assert.Equal(later.Distinct().Order(), later.Order());
        Assert.Equal(RoundStatus.Open, (await worker.StatusAsync())!.Stage);
    }

    [Fact]
    public async Task Run_MonthInSecondsBesideTheMornings_ClosesWithWhatIsMissingAndTellsNothingTwice()
    {
        var clock = new TestClock(Morning, speed: TimeSpan.FromDays(31) / TimeSpan.FromSeconds(10));
        using var round = await RealRound.KentAsync(azurite, clock);
        await using var engine = await DurableEngine.StartAsync(Stop);
        await using var worker = await DurableWorker.StartAsync(engine, round.Register, Stop);
        await DurableAuditStarter.StartAsync(worker.Client, RealRound.Six, Stop);
        await UntilAsync(async () => (await worker.StatusAsync())?.Stage == RoundStatus.Open);
        var done = worker.SummaryAsync();
        while (!done.IsCompleted)
        {
            var morning = await round
                .Get<AuditDay>()
                .ExecuteAsync(clock.Today, Kent2011.Staff, dryRun: false, Stop);
            Assert.Empty(morning.Failed);
        }

        var summary = await done;
        var report = await round.ReadAsync();
        foreach (var one in report.Cases)
        {
            await worker.EndAsync(InstanceOf(one.CaseRef));
        }

        Assert.Equal((RoundState.Closed, new DateOnly(2011, 11, 30)), (report.State, report.ClosedOn));
        Assert.Equal(report.Cases.Select(one => $"{one.CaseRef}: return"), summary.Missing);
        Assert.Equal(
            (6, 0, new DateOnly(2011, 11, 30)),
            (summary.Cases, summary.Submitted, summary.ClosedOn)
        );
        Assert.Empty((await worker.StatusAsync())!.NotWatched);
        var told = await round.ToldAsync();
        Assert.Equal(told.Distinct().Order(), told.Order());
        Assert.Contains(told, line => line.Contains("audit-missing", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Start_RoundThatIsClosed_SaysSoAtOnce()
    {
        using var round = await RealRound.KentAsync(azurite, new TestClock(Morning, speed: 1));
        await round.Get<SampleRound>().ExecuteAsync(RealRound.Six, dryRun: false, Stop);
        await round.Get<CloseRound>().ExecuteAsync(FakeRound.Round, new(2011, 12, 1), Stop);
        await using var engine = await DurableEngine.StartAsync(Stop);
        await using var worker = await DurableWorker.StartAsync(engine, round.Register, Stop);

        await DurableAuditStarter.StartAsync(worker.Client, RealRound.Six, Stop);

        Assert.Equal(6, (await worker.SummaryAsync()).Missing.Length);
    }

    [Fact]
    public async Task Start_SampleThatCannotBeDrawn_IsRefusedInTheAnswerAndStartsNothing()
    {
        using var round = await RealRound.KentAsync(azurite, new TestClock(Morning, speed: 1));
        await using var engine = await DurableEngine.StartAsync(Stop);
        await using var worker = await DurableWorker.StartAsync(engine, round.Register, Stop);
        var nobody = RealRound.Six with { AsOf = new(1995, 1, 3) };

        var start = await new DurableAuditStarter(worker.Client, round.Get<DrawSample>()).StartAsync(
            nobody,
            new Microsoft.AspNetCore.Http.DefaultHttpContext().Request,
            Stop
        );

        Assert.Contains(
            "No case is in the frame",
            Assert.IsType<AuditStart.Refused>(start).Refusal.Reason,
            StringComparison.Ordinal
        );
        Assert.Null(await worker.Client.GetInstanceAsync(Instance, Stop));
    }

    [Fact]
    public async Task StartDue_OnTheFirstWorkingDaysOfAMonth_DrawsOnceAndStartsTheRound()
    {
        using var round = await RealRound.KentAsync(azurite, new TestClock(Morning, speed: 1));
        await using var engine = await DurableEngine.StartAsync(Stop);
        await using var worker = await DurableWorker.StartAsync(engine, round.Register, Stop);
        var due = round.Get<DueRounds>();

        await due.StartAsync(new(2011, 10, 31), worker.Client, Stop);
        Assert.Null(await worker.Client.GetInstanceAsync(Instance, Stop));

        await due.StartAsync(new(2011, 11, 1), worker.Client, Stop);
        var seed = (await round.ReadAsync()).Seed;
        await UntilAsync(async () => (await worker.StatusAsync())?.Stage == RoundStatus.Open);
        await due.StartAsync(new(2011, 11, 2), worker.Client, Stop);

        Assert.Equal(seed, (await round.ReadAsync()).Seed);
        Assert.Equal(
            AuditProgrammes.Find("golden-thread")!.Size!.Within((await round.ReadAsync()).FrameSize),
            (await round.ReadAsync()).Size
        );
    }

    [Fact]
    public async Task StartDue_NothingToDrawFrom_StartsNothingAndHoldsUpNothing()
    {
        using var round = await RealRound.KentAsync(azurite, new TestClock(Morning, speed: 1));
        await using var engine = await DurableEngine.StartAsync(Stop);
        await using var worker = await DurableWorker.StartAsync(engine, round.Register, Stop);

        await round.Get<DueRounds>().StartAsync(new(1996, 11, 1), worker.Client, Stop);

        await foreach (var instance in worker.Client.GetAllInstancesAsync())
        {
            Assert.Fail(instance.InstanceId);
        }
    }

    private static async Task<RoundCase> NowAsync(RealRound round, RoundCase before) =>
        (await round.ReadAsync()).Cases.Single(one => one.CaseRef == before.CaseRef);
}
