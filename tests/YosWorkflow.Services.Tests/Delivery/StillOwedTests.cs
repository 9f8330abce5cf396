using YosWorkflow.Core.Calendar;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Core.Standards;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Services.Delivery;
using YosWorkflow.Services.Storage;
using YosWorkflow.TestKit;

namespace YosWorkflow.Services.Tests.Delivery;

public sealed class StillOwedTests(AzuriteFixture azurite)
{
    private static readonly DateOnly Made = new(2011, 8, 1);
    private static readonly DateOnly Day = new(2011, 10, 4);

    private static readonly ServiceRules Rules = new(
        StandardsPacks.Load("kent-2011"),
        WorkingDayCalendar.EnglandAndWales,
        Ladder.Default,
        DayZero.Excluded
    );

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ReadAsync_NothingHappened_IsOwedAndTheTeamIsKnown()
    {
        var owed = await ReadAsync(Case());

        Assert.True(owed.IsOwed(Item()));
        Assert.Equal("North", owed.Teams["K1"]);
    }

    [Fact]
    public async Task ReadAsync_MetMeanwhile_IsNotOwed()
    {
        var met = Case() with
        {
            Milestones = [new CompletedMilestone(MilestoneKind.InterventionPlan, Day, null)],
        };

        Assert.False((await ReadAsync(met)).IsOwed(Item()));
    }

    [Fact]
    public async Task ReadAsync_MetAfterTheDay_IsOwedStill()
    {
        var met = Case() with
        {
            Milestones = [new CompletedMilestone(MilestoneKind.InterventionPlan, Day.AddDays(1), null)],
        };

        Assert.True((await ReadAsync(met)).IsOwed(Item()));
    }

    [Fact]
    public async Task ReadAsync_ClosedMeanwhile_IsNotOwed() =>
        Assert.False((await ReadAsync(Case() with { ClosedOn = Day.AddDays(-1) })).IsOwed(Item()));

    [Fact]
    public async Task ReadAsync_CaseNotThere_IsNotOwed() =>
        Assert.False((await ReadAsync(Case())).IsOwed(Item() with { CaseRef = "K9" }));

    [Fact]
    public async Task ReadAsync_AcknowledgedMeanwhile_IsNotOwedUntilThen()
    {
        var storage = await azurite.NewStorageAsync(Cancelled);
        await new ChasingTable(storage).AddAcknowledgementAsync(
            "North",
            new Acknowledgement("K1", "initial-plan", Made, "PS001", DateTimeOffset.UnixEpoch, "Ill.", Day),
            Cancelled
        );

        Assert.False((await ReadAsync(Case(), storage)).IsOwed(Item()));
        Assert.True((await ReadAsync(Case(), storage, Day.AddDays(1))).IsOwed(Item()));
    }

    [Fact]
    public async Task ReadAsync_RuleThatThePackDoesNotKnow_IsNotForItToJudge() =>
        Assert.True((await ReadAsync(Case())).IsOwed(Item() with { RuleId = "audit-return" }));

    [Fact]
    public async Task ReadAsync_ManyTeams_MakesAQueryATeamAndOneMoreWhereACaseIs()
    {
        var storage = await azurite.NewStorageAsync(Cancelled);
        await SeededCaseload.WriteAsync(
            storage,
            Staff.None,
            [
                Case(),
                Case() with
                {
                    CaseRef = "K2",
                    Team = "South",
                },
                Case() with
                {
                    CaseRef = "K3",
                    Team = "West",
                },
            ],
            Cancelled
        );
        var tally = storage.Transactions.Measure();

        await ReadAsync(storage, Day);

        Assert.Equal(1 + 3 + 1, tally.Total);
    }

    private static Case Case() =>
        new()
        {
            CaseRef = "K1",
            Team = "North",
            CaseManagerId = "CM001",
            OrderType = OrderType.Yro,
            OrderMadeOn = Made,
        };

    private static NoticeItem Item() =>
        new(
            "K1",
            "initial-plan",
            Made,
            new DateOnly(2011, 8, 22),
            ChaseStep.Overdue,
            30,
            "CM001",
            HighRisk: false
        );

    private async Task<OwedNow> ReadAsync(
        Case supervised,
        TableStorage? storage = null,
        DateOnly? asOf = null
    )
    {
        storage ??= await azurite.NewStorageAsync(Cancelled);
        await SeededCaseload.WriteAsync(storage, Staff.None, [supervised], Cancelled);
        return await ReadAsync(storage, asOf ?? Day);
    }

    private static Task<OwedNow> ReadAsync(TableStorage storage, DateOnly asOf) =>
        new StillOwed(new CaseloadTable(storage), new ChasingTable(storage), Rules).ReadAsync(
            new HashSet<string> { "K1", "K9" },
            Staff.None,
            asOf,
            Cancelled
        );
}
