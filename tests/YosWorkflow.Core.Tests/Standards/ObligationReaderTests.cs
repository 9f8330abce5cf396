using CsCheck;
using YosWorkflow.Core.Calendar;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Standards;
using YosWorkflow.TestKit;
using static YosWorkflow.Core.Caseload.MilestoneKind;
using static YosWorkflow.Core.Tests.Example;

namespace YosWorkflow.Core.Tests.Standards;

/// <summary>What holds of every rule: as of when, how it stands, how it ends, who owes it.</summary>
public sealed class ObligationReaderTests
{
    private const string Made = "2011-10-04";

    private static readonly Gen<Case> Cases = GenCaseload
        .Case.Where(one => one.OrderMadeOn.Year >= 2009)
        .Select(one =>
            one with
            {
                Milestones = [.. one.Milestones.Where(done => done.CompletedOn.Year >= 2009)],
            }
        );

    private static readonly Gen<DateOnly> Days = GenCaseload.Day.Where(day => day.Year >= 2009);

    [Theory]
    [InlineData("2011-10-24", "upcoming", 0)]
    [InlineData("2011-10-25", "due_today", 0)]
    [InlineData("2011-10-26", "overdue", 1)]
    [InlineData("2011-10-29", "overdue", 3)] // a Saturday
    [InlineData("2011-12-28", "overdue", 44)]
    public void Read_NotMet_StandsAsTheDayIs(string asOf, string status, int workingDaysOverdue)
    {
        var owed = Read(Case(OrderType.Yro, Made), asOf).Single(one => one.Rule.RuleId == "initial-plan");

        Assert.Equal(status, Codes<ObligationStatus>.Of(owed.Status));
        Assert.Equal(workingDaysOverdue, owed.WorkingDaysOverdue);
        Assert.Null(owed.MetOn);
        Assert.True(owed.IsOpen);
    }

    [Theory]
    [InlineData("2011-10-25", "met")]
    [InlineData("2011-10-26", "met_late")]
    public void Read_Met_SaysWhenAndWhetherInTime(string on, string status)
    {
        var owed = Read(Case(OrderType.Yro, Made, Done(InterventionPlan, on)), "2012-03-01")
            .Single(one => one.Rule.RuleId == "initial-plan");

        Assert.Equal((status, Day(on)), (Codes<ObligationStatus>.Of(owed.Status), owed.MetOn));
        Assert.Equal(0, owed.WorkingDaysOverdue);
        Assert.False(owed.IsOpen);
    }

    [Fact]
    public void Read_OrderMadeAfterTheDay_IsNotThereYet() =>
        Assert.Empty(Read(Case(OrderType.Yro, Made), "2011-10-03"));

    [Fact]
    public void Read_AnyCase_SeesNothingThatIsDatedAfterTheDay() =>
        Gen.Select(Cases, Days)
            .Sample(
                (supervised, day) =>
                    Assert.Equal(Rows(supervised, day), Rows(AsKnownOn(supervised, day), day))
            );

    [Fact]
    public void Read_AnyCase_HasOneOpenOccurrenceOfARuleAndEachOnlyOnce() =>
        Gen.Select(Cases, Days)
            .Sample(
                (supervised, day) =>
                {
                    var owed = Read(supervised, IsoDate.Format(day));
                    Assert.All(
                        owed.GroupBy(one => one.Rule.RuleId),
                        rule =>
                            Assert.InRange(rule.Count(one => one.Status >= ObligationStatus.Upcoming), 0, 1)
                    );
                    Assert.All(
                        owed,
                        one => Assert.InRange(one.ClockStarted, supervised.OrderMadeOn.AddYears(-9), day)
                    );
                    Assert.All(
                        owed.Where(one => one.IsOpen),
                        one => Assert.True(supervised.OpenThrough >= day)
                    );
                }
            );

    [Theory]
    [InlineData("2011-11-20", "upcoming")]
    [InlineData("2011-11-21", "missed")]
    [InlineData("2011-11-22", "missed")]
    public void Read_CaseClosed_IsNotOpenFromThatDay(string asOf, string status)
    {
        var supervised = Case(OrderType.Yro, Made, Done(InterventionPlan, Made)) with
        {
            ClosedOn = Day("2011-11-21"),
        };

        Assert.Equal([$"{Made} 2012-01-04 {status}"], Read("plan-review", supervised, asOf));
    }

    [Theory]
    [InlineData("2012-01-31", "overdue")]
    [InlineData("2012-02-01", "missed")]
    public void Read_OrderEnded_IsNotOpenAfterItsLastDay(string asOf, string status)
    {
        var supervised = Case(OrderType.Yro, Made) with { OrderEndsOn = Day("2012-01-31") };

        Assert.Equal([$"{Made} 2011-10-25 {status}"], Read("initial-plan", supervised, asOf));
    }

    [Fact]
    public void Read_ClosedCase_StillSaysWhatWasMet()
    {
        var supervised = Case(OrderType.Yro, Made, Done(InterventionPlan, Made)) with
        {
            ClosedOn = Day("2011-11-21"),
        };

        Assert.Equal([$"{Made} 2011-10-25 met"], Read("initial-plan", supervised, "2012-03-01"));
    }

    [Theory]
    [InlineData("2012-01-03", 0)]
    [InlineData("2012-01-04", 1)]
    [InlineData(null, 1)]
    public void Read_RecurringDueAfterTheOrderEnds_IsNotRaised(string? ends, int expected)
    {
        var supervised = Case(OrderType.Yro, Made, Done(InterventionPlan, Made)) with
        {
            OrderEndsOn = ends is null ? null : Day(ends),
        };

        Assert.Equal(expected, Read("plan-review", supervised, "2011-12-01").Length);
    }

    [Fact]
    public void Read_OwedOnceAndDueAfterTheOrderEnds_IsStillOwed() =>
        Assert.Equal(
            [$"{Made} 2011-10-25 upcoming"],
            Read("initial-plan", Case(OrderType.Yro, Made) with { OrderEndsOn = Day("2011-10-20") }, Made)
        );

    [Fact]
    public void Read_CaseManagerAway_IsStillOwedByThem()
    {
        var staff = StaffOf(
            Member("CM1", StaffRole.CaseManager, manager: "PS1", active: false, cover: "CM2"),
            Member("CM2", StaffRole.CaseManager)
        );

        Assert.All(
            Read(Case(OrderType.Yro, Made), Made, staff)
                .Where(one => one.Rule.OwedBy == StaffRole.CaseManager),
            owed => Assert.Equal("CM1", owed.OwedById)
        );
    }

    [Fact]
    public void Read_NoPracticeSupervisor_IsOwedByNobody()
    {
        var staff = new Staff([Member("CM1", StaffRole.CaseManager)]);
        var supervised = Case(OrderType.Yro, Made) with { RoshLevel = RiskLevel.High };

        Assert.Equal(
            "",
            Read(supervised, Made, staff).Single(one => one.Rule.RuleId == "risk-meeting").OwedById
        );
    }

    [Fact]
    public void Read_DayZeroCounted_IsDueAWorkingDayEarlier() =>
        Assert.Equal(
            Day("2011-10-24"),
            Read(Case(OrderType.Yro, Made), Made, dayZero: DayZero.Counted)
                .Single(one => one.Rule.RuleId == "initial-plan")
                .DueOn
        );

    [Fact]
    public void Read_RuleThatIsOff_RaisesNothing()
    {
        var pack = StandardsPacks.Load("ns-2009");
        var reader = new ObligationReader(pack, WorkingDayCalendar.EnglandAndWales, Everyone);
        var owed = new List<Obligation>();

        reader.Read(Case(OrderType.Yro, Made, Done(InterventionPlan, Made)), Day(Made), owed);

        Assert.False(pack.Find("plan-review")!.On);
        Assert.Equal(["asset-start", "initial-plan"], owed.Select(one => one.Rule.RuleId));
    }

    private static IEnumerable<object> Rows(Case supervised, DateOnly day) =>
        Read(supervised, IsoDate.Format(day))
            .Select(one =>
                (object)
                    (
                        one.Rule.RuleId,
                        one.ClockStarted,
                        one.DueOn,
                        one.Status,
                        one.MetOn,
                        one.WorkingDaysOverdue
                    )
            );

    // The order's end is known from the day it is made; all else is known when it happens.
    private static Case AsKnownOn(Case supervised, DateOnly day) =>
        supervised with
        {
            ClosedOn = supervised.ClosedOn <= day ? supervised.ClosedOn : null,
            CustodyFrom = supervised.CustodyFrom <= day ? supervised.CustodyFrom : null,
            CustodyReleasedOn = supervised.CustodyReleasedOn <= day ? supervised.CustodyReleasedOn : null,
            RoshLevel = supervised.RoshLevelSince > day ? null : supervised.RoshLevel,
            VulnerabilityLevel =
                supervised.VulnerabilityLevelSince > day ? null : supervised.VulnerabilityLevel,
            Milestones = [.. supervised.Milestones.Where(done => done.CompletedOn <= day)],
        };
}
