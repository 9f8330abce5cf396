using YosWorkflow.Core.Calendar;
using YosWorkflow.Core.Learning;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Services.Storage;
using YosWorkflow.TestKit;

namespace YosWorkflow.Services.Tests.Chasing;

/// <summary>The chase's row: opening and closing it, and looking it up.</summary>
public sealed class ChaseRunTests(AzuriteFixture azurite)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Open_AWorkingDay_MakesItsRowOnceAndGivesTheTeams()
    {
        using var world = await StartAsync();

        var plan = await OpenAsync(world, Small.Day);
        var first = await FindAsync(world, Small.Day);
        ((ImpatientClock)world.Get<TimeProvider>()).Advance(TimeSpan.FromHours(1));
        var again = await OpenAsync(world, Small.Day);

        Assert.Null(plan.WhyNobody);
        Assert.Equal([Small.North, Small.South], plan.Teams);
        Assert.Equal(plan.Teams, again.Teams);
        Assert.Equal(world.Get<TimeProvider>().GetUtcNow().AddHours(-1), first!.StartedAt);
        Assert.Equal(first, await FindAsync(world, Small.Day));
        Assert.Null(first.FinishedAt);
    }

    [Theory]
    [InlineData("2011-10-01", "Sat 1 Oct 2011 is at the weekend.")]
    [InlineData("2011-10-02", "Sun 2 Oct 2011 is at the weekend.")]
    [InlineData("2011-08-29", "Mon 29 Aug 2011 is a bank holiday.")]
    public async Task Open_NoWorkingDay_SaysWhyNobodyIsTold(string day, string why)
    {
        using var world = await StartAsync();

        var plan = await OpenAsync(world, DateOnly.Parse(day, null));

        Assert.Equal(why, plan.WhyNobody);
        Assert.Empty(plan.Teams);
        Assert.Equal(why, (await FindAsync(world, plan.Day))!.WhyNobody);
    }

    [Fact]
    public async Task Open_AYearWhoseBankHolidaysAreNotKnown_NamesItAndMakesNoRow()
    {
        using var world = await StartAsync();

        var error = await Assert.ThrowsAsync<OutsideBankHolidaysException>(() =>
            OpenAsync(world, new DateOnly(2199, 1, 2))
        );

        Assert.Contains("2199", error.Message, StringComparison.Ordinal);
        Assert.Empty(await world.RowsAsync(TableName.Runs, _ => ""));
    }

    [Fact]
    public async Task Open_ADayBeforeOneThatWasChased_HasTheTeamsBeforeIt()
    {
        using var world = await StartAsync();
        await OpenAsync(world, Small.Day.AddYears(13));

        var earlier = await OpenAsync(world, Small.Day);

        Assert.Null(earlier.WhyNobody);
        Assert.NotEmpty(earlier.Teams);
    }

    [Fact]
    public async Task Close_Again_RecordsTheNewerFiguresAndAddsTheTransactions()
    {
        using var world = await StartAsync();
        await OpenAsync(world, Small.Day);
        var close = world.Get<CloseChase>();
        await close.ExecuteAsync(Small.Day, 5, [new FailedTeam(Small.South, "It is down.")], [], 40, Stop);

        var second = await close.ExecuteAsync(Small.Day, 6, [], [], 10, Stop);

        Assert.Equal(6, second.Cases);
        Assert.Empty(second.FailedTeams);
        Assert.Equal(50, second.Transactions);
        Assert.Equal(second, await FindAsync(world, Small.Day), Same);
    }

    [Fact]
    public async Task Close_ARunThatLookedAtNothing_LeavesTheFigures()
    {
        using var world = await StartAsync();
        await OpenAsync(world, Small.Day);
        FailedTeam[] failed = [new FailedTeam(Small.South, "It is down.")];
        await world.Get<CloseChase>().ExecuteAsync(Small.Day, 5, failed, [], 40, Stop);

        var again = await world.Get<CloseChase>().ExecuteAsync(Small.Day, 0, [], [], 3, Stop);

        Assert.Equal(5, again.Cases);
        Assert.Equal(failed, again.FailedTeams);
    }

    [Fact]
    public async Task Close_OnItsDay_KeepsTheChildrenOnce()
    {
        using var world = await StartAsync();
        TeamChildren[] first = [new(Small.South, new ChildCounts(9, 1, 2, 3, 1, 5)), new("Empty", default)];
        var close = world.Get<CloseChase>();
        await close.ExecuteAsync(Small.Day, 9, [], first, 1, Stop);
        await close.ExecuteAsync(Small.Day, 9, [], [new(Small.South, default)], 1, Stop);
        await close.ExecuteAsync(Small.Day.AddDays(-1), 9, [], first, 1, Stop);

        var runs = world.Get<ChaseRunTable>();
        Assert.Equal(first, (await runs.FindAsync(Small.Day, Stop))!.Children);
        Assert.Empty((await runs.FindAsync(Small.Day.AddDays(-1), Stop))!.Children);
        Assert.Equal(Small.Day, (await runs.FindWithChildrenAsync(Small.Day.AddDays(7), Stop))!.Day);
        Assert.Null(await runs.FindWithChildrenAsync(Small.Day.AddDays(8), Stop));
        Assert.Null(await runs.FindWithChildrenAsync(Small.Day.AddDays(-1), Stop));
    }

    [Fact]
    public async Task Close_ByManyAtOnce_LosesNoTransaction()
    {
        using var world = await StartAsync();

        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(_ => world.Get<CloseChase>().ExecuteAsync(Small.Day, 1, [], [], 10, Stop))
        );

        Assert.Equal(80, (await FindAsync(world, Small.Day))!.Transactions);
    }

    [Fact]
    public async Task ReadLatest_ChasesOfAllYears_GivesTheLastFirst()
    {
        using var world = await StartAsync();
        DateOnly[] days = [new(2009, 3, 2), new(2011, 9, 30), new(2011, 10, 3), new(2011, 10, 4)];
        foreach (var day in days)
        {
            await OpenAsync(world, day);
        }

        var runs = world.Get<ChaseRunTable>();

        Assert.Equal([days[3]], (await runs.ReadLatestAsync(1, Stop)).Select(run => run.Day));
        Assert.Equal(
            [days[3], days[2], days[1], days[0]],
            (await runs.ReadLatestAsync(9, Stop)).Select(run => run.Day)
        );
    }

    private static bool Same(ChaseRun? a, ChaseRun? b) =>
        a is not null
        && b is not null
        && a with { FailedTeams = [], Children = [] } == b with { FailedTeams = [], Children = [] }
        && a.FailedTeams.SequenceEqual(b.FailedTeams)
        && a.Children.SequenceEqual(b.Children);

    private Task<ChaseWorld> StartAsync() => ChaseWorld.StartAsync(azurite, Small.Staff, Small.Cases);

    private static Task<ChasePlan> OpenAsync(ChaseWorld world, DateOnly day) =>
        world.Get<OpenChase>().ExecuteAsync(day, Stop);

    private static Task<ChaseRun?> FindAsync(ChaseWorld world, DateOnly day) =>
        world.Get<ChaseRunTable>().FindAsync(day, Stop);
}
