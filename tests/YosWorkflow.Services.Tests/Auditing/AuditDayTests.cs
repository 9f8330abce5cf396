using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Services.Delivery;
using YosWorkflow.Services.Storage;
using YosWorkflow.Services.Tests.Chasing;
using YosWorkflow.TestKit;

namespace YosWorkflow.Services.Tests.Auditing;

public sealed class AuditDayTests(AzuriteFixture azurite)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Morning_OfTheDraw_TellsEverybodyInOneDigestWithTheirObligations()
    {
        using var world = await ChaseWorld.StartAsync(
            azurite,
            AuditService.Staff,
            AuditService.Cases.Select(one => one with { OrderType = OrderType.Yro }),
            AuditService.Day
        );
        await world.SampleAsync();

        var dry = await world.ChaseAsync(AuditService.Day, dryRun: true);
        var morning = await world.MorningAsync(AuditService.Day);
        var again = await world.MorningAsync(AuditService.Day);

        var round = await world.ReadAsync();
        var auditors = round.Cases.Select(one => one.AuditorId!).ToHashSet();
        var email = morning.Told.Where(one => one.Channel == Channel.Email).ToArray();
        Assert.Equal(email.Length, email.DistinctBy(one => one.PersonId).Count());
        Assert.All(
            email.Where(one => auditors.Contains(one.PersonId)),
            one =>
            {
                Assert.Contains(one.Items, item => item.RuleId == "audit-return:golden-thread:2011-11");
                Assert.Contains(one.Items, item => item.RuleId == "asset-start");
            }
        );
        Assert.Equal(6, Count(morning, Channel.Email, "audit-return"));
        Assert.Equal(6, Count(morning, Channel.Teams, "audit-return"));
        Assert.Equal(12, Count(morning, Channel.Email, "audit-drawn"));
        Assert.Equal(morning.Lines(), dry.Lines());
        Assert.Empty(again.Told);
    }

    [Fact]
    public async Task Mornings_OfAWholeMonth_ChaseUntilTheRoundEndsAndNameWhatIsMissing()
    {
        using var world = await StartAsync();
        var drawn = (await world.SampleAsync()).Report.Cases;
        var missing = drawn[0].CaseRef;
        var told = new List<string>();
        for (var day = AuditService.Day; day <= new DateOnly(2011, 12, 2); day = day.AddDays(1))
        {
            if (day == new DateOnly(2011, 11, 14))
            {
                foreach (var one in drawn[1..])
                {
                    await world.SubmitAsync(one.CaseRef, day);
                }
            }

            told.AddRange(
                (await world.MorningAsync(day))
                    .Lines()
                    .Where(line => line.Contains($" {missing} ", StringComparison.Ordinal))
                    .Select(line => $"{day:MM-dd} {line.Split(':')[0]} {line.Split(' ')[^2]}")
            );
        }

        var auditor = drawn[0].AuditorId;
        string[] expected =
        [
            $"11-01 {auditor} email {missing} audit-return early",
            $"11-10 {auditor} email {missing} audit-return early",
            $"11-15 {auditor} email {missing} audit-return due",
            $"11-16 {auditor} email {missing} audit-return overdue",
            $"11-18 EPM1 email {missing} audit-return escalated",
            $"11-18 {auditor} email {missing} audit-return escalated",
            $"11-23 EPM1 email {missing} audit-return escalated",
            $"11-23 HOS1 email {missing} audit-return head_of_service",
            $"11-23 {auditor} email {missing} audit-return escalated",
            $"11-28 EPM1 email {missing} audit-return escalated",
            $"11-28 {auditor} email {missing} audit-return escalated",
            $"12-01 EPM1 email {missing} audit-missing overdue",
            $"12-01 HOS1 email {missing} audit-missing overdue",
        ];
        Assert.Equal(
            expected.Order(StringComparer.Ordinal),
            told.Where(line =>
                    line.Contains(" email ", StringComparison.Ordinal)
                    && !line.Contains("audit-drawn", StringComparison.Ordinal)
                )
                .Order(StringComparer.Ordinal)
        );
        var round = await world.ReadAsync();
        Assert.Equal((RoundState.Closed, new DateOnly(2011, 11, 30)), (round.State, round.ClosedOn));
        Assert.Equal(
            [MissingKind.Return, MissingKind.SecondCheck],
            round.Missing.Select(one => one.Kind).Order()
        );
    }

    [Fact]
    public async Task Morning_AfterAReturnCameIn_TellsTheCaseManagerAndNotTheAuditor()
    {
        using var world = await StartAsync();
        var drawn = (await world.SampleAsync()).Report.Cases[0];
        await world.MorningAsync(AuditService.Day);
        await world.SubmitAsync(drawn.CaseRef, new(2011, 11, 9));

        var morning = await world.MorningAsync(new(2011, 11, 10));

        var lines = morning
            .Lines()
            .Where(line => line.Contains($" {drawn.CaseRef} ", StringComparison.Ordinal));
        var manager = AuditService.Cases.Single(one => one.CaseRef == drawn.CaseRef).CaseManagerId;
        Assert.Contains(
            $"{manager} email {drawn.CaseRef} audit-comment:golden-thread:2011-11 early +0",
            lines
        );
        Assert.DoesNotContain(lines, line => line.Contains("audit-return", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Morning_AuditorAway_IsReplacedAndTheOtherIsTold()
    {
        using var world = await StartAsync();
        var drawn = (await world.SampleAsync()).Report.Cases[0];
        await world.MorningAsync(AuditService.Day);
        await SeededCaseload.WriteAsync(world.Storage, AuditService.Without(drawn.AuditorId!), [], Stop);

        var morning = await world.MorningAsync(new(2011, 11, 3));

        var now = (await world.ReadAsync()).Cases.Single(one => one.CaseRef == drawn.CaseRef);
        Assert.Equal([drawn.AuditorId!], now.AuditorBefore);
        Assert.NotEqual(drawn.AuditorId, now.AuditorId);
        Assert.Contains(
            morning.Lines(),
            line =>
                line.StartsWith(
                    $"{now.AuditorId} email {drawn.CaseRef} audit-return",
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public async Task Morning_NobodyCanAudit_TheLeadIsTold()
    {
        using var world = await ChaseWorld.StartAsync(
            azurite,
            new Staff(AuditService.Staff.Members.Select(member => member with { CanAudit = false })),
            AuditService.Cases,
            AuditService.Day
        );
        var report = (await world.SampleAsync()).Report;

        var morning = await world.MorningAsync(AuditService.Day);

        Assert.Equal(6, report.Unallocated.Length);
        Assert.Equal("Nobody at work can audit.", report.Unallocated[0].Reason);
        Assert.Equal(["EPM1 email"], morning.People());
        Assert.Equal(6, Count(morning, Channel.Email, "audit-unallocated"));
    }

    [Fact]
    public async Task Morning_ActionFromAClosedRound_IsChasedUntilItIsDone()
    {
        using var world = await StartAsync();
        var drawn = (await world.SampleAsync()).Report.Cases[0];
        await world.SubmitAsync(drawn.CaseRef, new(2011, 11, 9));
        await world.MorningAsync(new(2011, 12, 1));
        await world.MorningAsync(new(2012, 1, 3));
        Assert.False((await world.Get<AuditTable>().ListRoundsAsync(null, Stop)).Single().IsLive);
        var manager = AuditService.Cases.Single(one => one.CaseRef == drawn.CaseRef).CaseManagerId;
        var action = AuditService.Done(
            await world
                .Get<AuditActions>()
                .AddAsync(
                    AuditService.Round,
                    drawn.CaseRef,
                    new AskedAction("EPM1", null, "Record supervision.", manager, new(2012, 1, 13)),
                    new(2012, 1, 4),
                    Stop
                )
        );

        var begun = await world.MorningAsync(new(2012, 1, 5));
        var overdue = await world.MorningAsync(new(2012, 1, 16));
        await world
            .Get<AuditActions>()
            .CompleteAsync(
                AuditService.Round,
                drawn.CaseRef,
                action.ActionId,
                manager,
                "Done.",
                new(2012, 1, 17),
                Stop
            );
        var done = await world.MorningAsync(new(2012, 1, 27));

        var rule = $"audit-action:golden-thread:2011-11:{action.ActionId}";
        Assert.Equal([$"{manager} email {drawn.CaseRef} {rule} early +0"], begun.Lines());
        Assert.Contains($"{manager} email {drawn.CaseRef} {rule} overdue +1", overdue.Lines());
        Assert.Empty(done.Told);
    }

    [Fact]
    public async Task Morning_OfAWeekendOrHoliday_TellsNobody()
    {
        using var world = await StartAsync();
        await world.SampleAsync();

        Assert.Empty(
            await world
                .Get<TellRound>()
                .ExecuteAsync(AuditService.Round, AuditService.Staff, new(2011, 11, 5), null, false, Stop)
        );
    }

    [Fact]
    public async Task Tell_ByTwoAtOnce_TellsOnce()
    {
        using var one = await StartAsync();
        await one.SampleAsync();
        using var other = new ChaseWorld(one.Storage, ChaseWorld.ClockOn(AuditService.Day), new PostBox());

        var told = await Task.WhenAll(
            one.Get<AuditDay>().ExecuteAsync(AuditService.Day, AuditService.Staff, false, Stop),
            other.Get<AuditDay>().ExecuteAsync(AuditService.Day, AuditService.Staff, false, Stop)
        );

        Assert.All(told, report => Assert.Empty(report.Failed));
        var items = told.SelectMany(report => report.Notices)
            .SelectMany(notice => notice.Items.Select(item => (notice.Digest, item.CaseRef, item.RuleId)))
            .ToArray();
        Assert.Equal(24, items.Length);
        Assert.Equal(24, items.Distinct().Count());
    }

    [Fact]
    public async Task Tell_OfOneCase_LeavesTheOthersToTheirOwn()
    {
        using var world = await StartAsync();
        var drawn = (await world.SampleAsync()).Report.Cases;
        var tell = world.Get<TellRound>();

        var first = await tell.ExecuteAsync(
            AuditService.Round,
            AuditService.Staff,
            AuditService.Day,
            new HashSet<string>([drawn[0].CaseRef]),
            dryRun: false,
            Stop
        );
        var rest = await tell.ExecuteAsync(
            AuditService.Round,
            AuditService.Staff,
            AuditService.Day,
            only: null,
            dryRun: false,
            Stop
        );

        Assert.All(first.SelectMany(one => one.Items), item => Assert.Equal(drawn[0].CaseRef, item.CaseRef));
        Assert.DoesNotContain(rest.SelectMany(one => one.Items), item => item.CaseRef == drawn[0].CaseRef);
    }

    [Fact]
    public async Task StillOwed_OfAnAudit_IsWhatIsStillToBeDoneByThatPerson()
    {
        using var world = await StartAsync();
        var drawn = (await world.SampleAsync()).Report.Cases;
        var notices = await world
            .Get<TellRound>()
            .ExecuteAsync(AuditService.Round, AuditService.Staff, AuditService.Day, null, false, Stop);
        var items = notices.SelectMany(notice => notice.Items).ToArray();
        await world.SubmitAsync(drawn[0].CaseRef, new(2011, 11, 2));

        var owed = await world
            .Get<IStillOwed>()
            .ReadAsync(
                drawn.Select(one => one.CaseRef).ToHashSet(),
                AuditService.Staff,
                new(2011, 11, 3),
                Stop
            );

        Assert.All(items, item => Assert.Equal(item.CaseRef != drawn[0].CaseRef, owed.IsOwed(item)));
        Assert.False(owed.IsOwed(items[^1] with { OwedById = "CMZ9" }));
        Assert.All(drawn, one => Assert.Equal(one.Stratum, owed.Teams[one.CaseRef]));
    }

    [Fact]
    public async Task Morning_WhichOneRoundFails_GoesOnWithTheOthers()
    {
        using var world = await StartAsync();
        await world.SampleAsync();
        var broken = new RoundId("health", AuditService.Day);
        await world.SampleAsync(new(broken, AuditService.Day));
        var table = world.Storage.Table(TableName.Audits);
        var row = (
            await table.GetEntityAsync<Azure.Data.Tables.TableEntity>(
                "health|2011-11",
                "round",
                cancellationToken: Stop
            )
        ).Value;
        row["Schema"] = 99;
        await table.UpdateEntityAsync(row, row.ETag, cancellationToken: Stop);

        var report = await world
            .Get<AuditDay>()
            .ExecuteAsync(AuditService.Day, AuditService.Staff, dryRun: false, Stop);

        Assert.Equal("audit health/2011-11", report.Failed.Single().Team);
        Assert.NotEmpty(report.Notices);
    }

    private static int Count(ChaseReport report, Channel channel, string duty) =>
        report
            .Told.Where(one => one.Channel == channel)
            .SelectMany(one => one.Items)
            .Count(item => item.RuleId.StartsWith(duty + ":", StringComparison.Ordinal));

    private Task<ChaseWorld> StartAsync() =>
        ChaseWorld.StartAsync(azurite, AuditService.Staff, AuditService.Cases, AuditService.Day);
}
