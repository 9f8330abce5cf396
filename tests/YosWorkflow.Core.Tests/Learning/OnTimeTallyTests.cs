using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Learning;
using YosWorkflow.Core.Standards;

namespace YosWorkflow.Core.Tests.Learning;

public sealed class OnTimeTallyTests
{
    private static readonly StandardsPack Pack = StandardsPacks.Load(StandardsPacks.Default);
    private static readonly Period Year = new(Example.Day("2011-01-01"), Example.Day("2011-12-31"));

    // An order of 14 April 2011 asks for a plan by 11 May.
    private static Case Order(params CompletedMilestone[] done) =>
        Example.Case(OrderType.Yro, "2011-04-14", done);

    [Theory]
    [InlineData("2011-05-11", 1, 0, 0)]
    [InlineData("2011-05-12", 0, 1, 0)]
    [InlineData("2011-07-01", 0, 0, 1)]
    public void Add_PlanMetOn_CountsInTheMonthItFellDue(string metOn, int met, int late, int not)
    {
        var tally = Count("2011-06-30", Order(Example.Done(MilestoneKind.InterventionPlan, metOn)));

        Assert.Equal(new OnTimeCount(met, late, not), tally.Of("initial-plan"));
        Assert.Equal(tally.Of("initial-plan"), tally.Of("initial-plan", "North", month: 4));
        Assert.Equal(0, tally.Of("initial-plan", "South").Due);
        Assert.Equal(0, tally.Of("initial-plan", month: 5).Due);
    }

    [Theory]
    [InlineData("2011-05-10", 0)]
    [InlineData("2011-05-11", 0)]
    [InlineData("2011-05-12", 1)]
    public void Add_NotDone_CountsOnceTheDueDateHasPassed(string asOf, int due) =>
        Assert.Equal(due, Count(asOf, Order()).Of("initial-plan").Due);

    [Fact]
    public void Add_DoneBeforeADueDateThatHasNotCome_DoesNotCountYet() =>
        Assert.Equal(
            0,
            Count("2011-05-10", Order(Example.Done(MilestoneKind.InterventionPlan, "2011-04-20")))
                .Of("initial-plan")
                .Due
        );

    [Theory]
    [InlineData("2011-05-11", 0)]
    [InlineData("2011-05-12", 1)]
    public void Add_CaseClosed_CountsOnlyWhatFellDueBefore(string closedOn, int due)
    {
        var tally = Count("2011-06-30", Order() with { ClosedOn = Example.Day(closedOn) });

        Assert.Equal(due, tally.Of("initial-plan").Due);
        Assert.Equal(due == 0, tally.LeftOut > 0);
    }

    [Fact]
    public void Of_ByRuleTeamAndMonth_AddsUpToAll()
    {
        var tally = Count(
            "2011-12-31",
            Order(Example.Done(MilestoneKind.InterventionPlan, "2011-05-02")),
            Order() with
            {
                CaseRef = "K2",
                Team = "South",
            }
        );

        Assert.True(tally.Of().Due > 4);
        Assert.Equal(tally.Of(), Sum(tally.Rules.Select(rule => tally.Of(rule.RuleId))));
        Assert.Equal(tally.Of(), Sum(tally.Teams.Select(team => tally.Of(team: team))));
        Assert.Equal(tally.Of(), Sum(Enumerable.Range(0, 12).Select(month => tally.Of(month: month))));
        Assert.Equal(["North", "South"], tally.Teams);
        Assert.Equal(tally.Of().Due, tally.ChartOf().Points.Sum(point => point.OutOf));
    }

    private static OnTimeCount Sum(IEnumerable<OnTimeCount> counts) =>
        counts.Aggregate(default(OnTimeCount), (sum, count) => sum + count);

    private static OnTimeTally Count(string asOf, params Case[] cases)
    {
        var tally = new OnTimeTally(Pack, Year, Example.Day(asOf));
        foreach (var supervised in cases)
        {
            tally.Add(supervised, Example.Read(supervised, asOf).AsSpan());
        }

        return tally;
    }
}
