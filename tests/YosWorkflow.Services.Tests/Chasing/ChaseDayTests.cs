using Azure.Data.Tables;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Services.Delivery;
using YosWorkflow.Services.Storage;
using YosWorkflow.TestKit;

namespace YosWorkflow.Services.Tests.Chasing;

public sealed class ChaseDayTests(AzuriteFixture azurite)
{
    private static readonly DateOnly NextDay = Small.Day.AddDays(1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Execute_AFirstMorning_TellsEveryoneOnceAndSaysWhat()
    {
        using var world = await StartAsync();
        var seeding = world.Storage.Transactions.Total;

        var report = await world.ChaseAsync(Small.Day);

        Assert.Equal(
            world.Post.Received.Select(digest => $"{digest.PersonId} {digest.Channel}").Order(),
            world.Post.Received.Select(digest => $"{digest.PersonId} {digest.Channel}").Distinct().Order()
        );
        Assert.Equal(
            world.Post.Received.Select(digest => digest.PersonId).Order(),
            report.Told.Select(told => told.PersonId).Order()
        );
        Assert.Equal(
            [
                "CM1 email",
                "CM3 email",
                "HOS email",
                "PS1 email",
                "PS1 teams",
                "PS2 email",
                "TM1 email",
                "TM2 email",
            ],
            report.People()
        );
        Assert.Empty(report.NotTold);
        Assert.Empty(report.FailedTeams);
        Assert.Null(report.WhyNobody);
        Assert.Equal(world.Storage.Transactions.Total - seeding, report.Transactions);
        var (run, kept, digests) = (await world.Get<ReadChase>().ExecuteAsync(Small.Day, Stop))!.Value;
        Assert.Equal(report.Lines(), kept.Lines());
        Assert.All(digests, digest => Assert.Equal(DigestState.Sent, digest.State));
        Assert.Equal(6, run.Cases);
        Assert.NotNull(run.FinishedAt);
    }

    [Fact]
    public async Task Execute_Again_TellsNobodyAnything()
    {
        using var world = await StartAsync();
        await world.ChaseAsync(Small.Day);
        var received = world.Post.Received.Count;

        var again = await world.ChaseAsync(Small.Day);

        Assert.Empty(again.Told);
        Assert.Empty(again.NotTold);
        Assert.Equal(received, world.Post.Received.Count);
    }

    [Fact]
    public async Task Execute_DryRun_TellsExactlyWhatTheRunThenDoesAndWritesNothing()
    {
        using var world = await StartAsync();
        var rows = await AllRowsAsync(world);

        var preview = await world.ChaseAsync(Small.Day, dryRun: true);

        Assert.True(preview.DryRun);
        Assert.Equal(rows, await AllRowsAsync(world));
        Assert.Empty(world.Post.Received);
        Assert.Equal((await world.ChaseAsync(Small.Day)).Lines(), preview.Lines());
        Assert.Empty((await world.ChaseAsync(Small.Day, dryRun: true)).Told);
    }

    [Fact]
    public async Task Execute_DryRunAfterACrash_ShowsWhatWasLeftToo()
    {
        using var world = await StartAsync();
        var staff = await world.Get<CaseloadTable>().ReadStaffAsync(Stop);
        await world.Get<ChaseTeam>().ExecuteAsync(Small.North, staff, Small.Day, dryRun: false, Stop);
        await world.Get<ComposeDigests>().ExecuteAsync(Small.Day, staff, Stop);
        await world.Get<ChaseTeam>().ExecuteAsync(Small.South, staff, Small.Day, dryRun: false, Stop);

        var preview = await world.ChaseAsync(Small.Day, dryRun: true);

        Assert.Equal((await world.ChaseAsync(Small.Day)).Lines(), preview.Lines());
    }

    [Theory]
    [InlineData("2011-10-01", "weekend")]
    [InlineData("2011-10-02", "weekend")]
    [InlineData("2011-12-26", "bank holiday")]
    public async Task Execute_NoWorkingDay_TellsNobodyAndSaysWhy(string day, string why)
    {
        using var world = await StartAsync();
        var date = Core.IsoDate.Parse(day);

        foreach (var dryRun in new[] { true, false })
        {
            var report = await world.ChaseAsync(date, dryRun);
            Assert.Contains(why, report.WhyNobody, StringComparison.Ordinal);
            Assert.Empty(report.Told);
        }

        Assert.Empty(world.Post.Received);
        Assert.NotNull((await world.Get<ChaseRunTable>().FindAsync(date, Stop))!.FinishedAt);
    }

    [Fact]
    public async Task Execute_AMilestoneBetweenTwoDays_StopsTheChaseOfItAtOnce()
    {
        using var world = await StartAsync();
        await world.MorningAsync(Small.Day);
        await world.PutAsync(Small.Cases[3].Done(MilestoneKind.InterventionPlan, "2011-10-04"));

        var report = await world.MorningAsync(NextDay);

        var onCase = report.Lines().Where(line => line.Contains(" K4 ", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(onCase);
        Assert.DoesNotContain(onCase, line => line.Contains(" initial-plan ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Execute_AnAcknowledgement_RestsItUntilItsDateAndNotLonger()
    {
        using var world = await StartAsync();
        await world.MorningAsync(Small.Day);
        var until = new DateOnly(2011, 10, 12);
        await world
            .Get<AcknowledgeObligation>()
            .ExecuteAsync("K6", "panel-initial", "PS2", "The panel is ill.", until, Small.Day, Stop);

        var told = new List<string>();
        for (var day = NextDay; day <= new DateOnly(2011, 10, 14); day = day.AddDays(1))
        {
            var report = await world.MorningAsync(day);
            told.AddRange(
                report
                    .Lines()
                    .Where(line => line.Contains(" K6 panel-initial ", StringComparison.Ordinal))
                    .Select(line => $"{day:dd} {line}")
            );
        }

        Assert.NotEmpty(told);
        Assert.All(told, line => Assert.StartsWith("13", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Execute_ACaseThatMovesTeams_IsNotToldAgainThere()
    {
        using var world = await StartAsync();
        await world.MorningAsync(Small.Day);
        await new Services.Import.CaseloadImport(world.Storage, TimeProvider.System).RunAsync(
            Import.Csv.Files(cases: $"{Import.Csv.CasesHeader}\nK1,{Small.South},CM3,yro,2011-08-01\n"),
            progress: null,
            Stop
        );

        var report = await world.MorningAsync(NextDay);

        Assert.DoesNotContain(report.Lines(), line => line.Contains(" K1 ", StringComparison.Ordinal));
        // By the eleventh it is due for another word, and that goes to those whose it is now.
        var later = await world.MorningAsync(new DateOnly(2011, 10, 11));
        var onCase = later.Lines().Where(line => line.Contains(" K1 ", StringComparison.Ordinal)).ToArray();
        Assert.Contains(onCase, line => line.StartsWith("CM3 email", StringComparison.Ordinal));
        Assert.DoesNotContain(onCase, line => line.StartsWith("CM1", StringComparison.Ordinal));
        Assert.DoesNotContain(onCase, line => line.StartsWith("PS1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Execute_AfterMissedDays_TellsOnlyTheLatestStep()
    {
        using var daily = await StartAsync();
        using var late = await StartAsync();
        var last = new DateOnly(2011, 10, 12);
        foreach (var day in Days(Small.Day, last))
        {
            await daily.MorningAsync(day);
        }

        await late.MorningAsync(Small.Day);
        var report = await late.MorningAsync(last);

        var items = report.Lines().Select(line => string.Join(' ', line.Split(' ')[..4])).ToArray();
        Assert.Equal(items.Distinct(), items);
        Assert.Contains("CM3 email K4 initial-plan escalated +6", report.Lines());
        Assert.Equal(await MarksAsync(daily), await MarksAsync(late));
    }

    [Fact]
    public async Task Execute_NoticesThatADeadRunLeft_AreToldOnTheNextWorkingDay()
    {
        using var world = await StartAsync();
        using var undisturbed = await StartAsync();
        var friday = new DateOnly(2011, 10, 7);
        var staff = await world.Get<CaseloadTable>().ReadStaffAsync(Stop);
        await world.Get<OpenChase>().ExecuteAsync(friday, Stop);
        await world.Get<ChaseTeam>().ExecuteAsync(Small.North, staff, friday, dryRun: false, Stop);

        Assert.NotNull((await world.MorningAsync(friday.AddDays(1))).WhyNobody);
        var report = await world.MorningAsync(friday.AddDays(3));

        Assert.Equal((await undisturbed.MorningAsync(friday.AddDays(3))).Lines(), report.Lines());
    }

    [Fact]
    public async Task Execute_ADayBeforeOneThatWasChased_TellsNobodyTheSameAgain()
    {
        using var world = await StartAsync();
        await world.MorningAsync(Small.Day);
        var received = world.Post.Received.Count;

        var report = await world.ChaseAsync(Small.Day.AddDays(-1));

        Assert.Null(report.WhyNobody);
        Assert.Empty(report.Told);
        Assert.Equal(received, world.Post.Received.Count);
    }

    [Fact]
    public async Task Execute_ATeamThatKeepsFailing_IsReportedAndHoldsUpNoOther()
    {
        using var world = await StartAsync();
        var row = new TableEntity(Small.North, ChasingRow.Told("K1")) { [SchemaVersion.Property] = 99 };
        await world.Storage.Table(TableName.Chasing).AddEntityAsync(row, Stop);

        var report = await world.MorningAsync(Small.Day);

        var failed = Assert.Single(report.FailedTeams);
        Assert.Equal(Small.North, failed.Team);
        Assert.Contains("schema", failed.Reason, StringComparison.Ordinal);
        Assert.Contains("CM3 email", report.People());
        Assert.DoesNotContain("CM1 email", report.People());
        Assert.Equal([failed], (await world.Get<ChaseRunTable>().FindAsync(Small.Day, Stop))!.FailedTeams);

        await world
            .Storage.Table(TableName.Chasing)
            .DeleteEntityAsync(row.PartitionKey, row.RowKey, cancellationToken: Stop);
        var next = await world.MorningAsync(NextDay);
        Assert.Empty(next.FailedTeams);
        Assert.Contains("CM1 email", next.People());
    }

    [Fact]
    public async Task Execute_WhatCannotBeSentNow_IsSaidAndToldLater()
    {
        using var world = await StartAsync();
        world.Post.Answer = digest =>
            digest.PersonId == "CM1" ? new SendOutcome.TryLater("Too many requests.", null) : null;

        var first = await world.MorningAsync(Small.Day);
        world.Post.Answer = _ => null;
        var next = await world.MorningAsync(NextDay);

        var not = Assert.Single(first.NotTold);
        Assert.Equal(("CM1", Channel.Email), (not.PersonId, not.Channel));
        Assert.Contains("Too many requests.", not.Reason, StringComparison.Ordinal);
        Assert.Contains("tried again", not.Reason, StringComparison.Ordinal);
        Assert.Contains(next.Lines(), line => line.StartsWith("CM1 email K1 ", StringComparison.Ordinal));
        Assert.Single(
            world.Post.Received,
            digest => digest == new DigestKey(Small.Day, "CM1", Channel.Email)
        );
    }

    [Fact]
    public async Task Execute_WhatIsParked_IsSaidAndToldToAnAdministrator()
    {
        var staff = new Staff(
            Small.Staff.Members.Select(member =>
                member.StaffId == "CM3" ? member with { Email = "" } : member
            )
        );
        using var world = await ChaseWorld.StartAsync(azurite, staff, Small.Cases);

        var report = await world.MorningAsync(Small.Day);
        var again = await world.MorningAsync(Small.Day);

        Assert.Equal(
            [new NotToldPerson("CM3", Channel.Email, "No email address in the staff list.")],
            report.NotTold
        );
        Assert.Contains("ADM email", report.People());
        Assert.Empty(again.Told);
        Assert.Equal(report.NotTold.AsEnumerable(), again.NotTold);
    }

    [Fact]
    public async Task Execute_ByTwoAtOnce_IsAsOne()
    {
        using var alone = await ChaseWorld.StartAsync(azurite, Kent2011.Staff, Kent2011.Cases);
        var expected = (await alone.ChaseAsync(Kent2011.AsOf)).Lines();
        var prefix = azurite.NewPrefix();
        await azurite.Storage(prefix).EnsureTablesAsync(Stop);
        await SeededCaseload.WriteAsync(azurite.Storage(prefix), Kent2011.Staff, Kent2011.Cases, Stop);
        var post = new PostBox();
        using var one = new ChaseWorld(azurite.Storage(prefix), ChaseWorld.ClockOn(Kent2011.AsOf), post);
        using var other = new ChaseWorld(azurite.Storage(prefix), ChaseWorld.ClockOn(Kent2011.AsOf), post);

        var reports = await Task.WhenAll(one.ChaseAsync(Kent2011.AsOf), other.ChaseAsync(Kent2011.AsOf));

        Assert.Equal(expected, reports.SelectMany(report => report.Lines()).Order(StringComparer.Ordinal));
        Assert.Equal(post.Received.Distinct(), post.Received);
        Assert.Equal(await MarksAsync(alone), await MarksAsync(one));
    }

    private static IEnumerable<DateOnly> Days(DateOnly from, DateOnly to)
    {
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            yield return day;
        }
    }

    private Task<ChaseWorld> StartAsync() => ChaseWorld.StartAsync(azurite, Small.Staff, Small.Cases);

    private static Task<string[]> MarksAsync(ChaseWorld world) =>
        world.RowsAsync(
            TableName.Chasing,
            row =>
                row.RowKey.StartsWith(ChasingRow.ToldPrefix, StringComparison.Ordinal)
                    ? string.Join(
                        '\n',
                        ToldLines
                            .WithoutDays(row.GetString("Marks0"))
                            .Split('\n')
                            .Order(StringComparer.Ordinal)
                    )
                    : null
        );

    private static async Task<string[]> AllRowsAsync(ChaseWorld world)
    {
        var rows = new List<string>();
        foreach (var table in Enum.GetValues<TableName>())
        {
            rows.AddRange(await world.RowsAsync(table, row => row.ETag.ToString()));
        }

        return [.. rows];
    }
}
