using YosWorkflow.Core.Caseload;
using static YosWorkflow.Core.Caseload.MilestoneKind;
using static YosWorkflow.Core.Tests.Example;

namespace YosWorkflow.Core.Tests.Standards;

/// <summary>Every row of the table of rules: for which orders, when its clock starts, by when it is due, what meets it.</summary>
public sealed class ObligationReaderRuleTests
{
    private const string Made = "2011-10-04"; // a Tuesday

    [Theory]
    [InlineData("asset-start", "yro yro_iss reparation_order dto section_90_91", "2011-10-25")]
    [InlineData("asset-start", "referral_order", "2011-11-01")]
    [InlineData("initial-plan", "yro yro_iss", "2011-10-25")]
    [InlineData("panel-initial", "referral_order", "2011-11-01")]
    [InlineData("remand-planning", "remand", "2011-10-11")]
    [InlineData("custody-planning", "dto section_90_91", "2011-10-18")]
    [InlineData("what-do-you-think", "yro yro_iss reparation_order dto section_90_91", "2011-10-25")]
    [InlineData("what-do-you-think", "referral_order", "2011-11-01")]
    [InlineData("learning-styles", "yro yro_iss reparation_order dto section_90_91", "2011-10-25")]
    [InlineData("learning-styles", "referral_order", "2011-11-01")]
    public void Read_OrderMade_IsOwedByTheDayOfTheRule(string ruleId, string orders, string due) =>
        Assert.All(
            orders.Split(' ').Select(Codes<OrderType>.Read),
            order => Assert.Equal([$"{Made} {due} upcoming"], Read(ruleId, Case(order, Made), Made))
        );

    [Theory]
    [InlineData("asset-start", "remand bail_supervision")]
    [InlineData("initial-plan", "referral_order reparation_order dto section_90_91 remand bail_supervision")]
    [InlineData("panel-initial", "yro yro_iss reparation_order dto section_90_91 remand bail_supervision")]
    [InlineData("remand-planning", "yro yro_iss referral_order reparation_order dto bail_supervision")]
    [InlineData("custody-planning", "yro yro_iss referral_order reparation_order remand bail_supervision")]
    [InlineData("what-do-you-think", "remand bail_supervision")]
    [InlineData("learning-styles", "remand bail_supervision")]
    public void Read_OtherOrders_OweNothingUnderTheRule(string ruleId, string orders) =>
        Assert.All(
            orders.Split(' ').Select(Codes<OrderType>.Read),
            order => Assert.Empty(Read(ruleId, Case(order, Made), Made))
        );

    [Theory]
    [InlineData(InterventionLevel.Intensive, "2011-10-11")]
    [InlineData(InterventionLevel.Enhanced, "2011-11-01")]
    [InlineData(InterventionLevel.Standard, "2011-11-01")]
    public void Read_PanelInitial_IsSoonerForIntensiveContracts(InterventionLevel level, string due) =>
        Assert.Equal(
            [$"{Made} {due} upcoming"],
            Read(
                "panel-initial",
                Case(OrderType.ReferralOrder, Made) with
                {
                    InterventionLevel = level,
                },
                Made
            )
        );

    [Theory]
    [InlineData("asset-start", OrderType.Yro, AssetStart)]
    [InlineData("initial-plan", OrderType.Yro, InterventionPlan)]
    [InlineData("panel-initial", OrderType.ReferralOrder, PanelInitial)]
    [InlineData("remand-planning", OrderType.Remand, RemandPlanning)]
    [InlineData("custody-planning", OrderType.Dto, CustodyPlanning)]
    [InlineData("what-do-you-think", OrderType.Yro, WhatDoYouThink)]
    [InlineData("learning-styles", OrderType.Yro, LearningStyles)]
    public void Read_ItsMilestone_MeetsARuleOwedOnce(string ruleId, OrderType order, MilestoneKind kind)
    {
        var met = Case(order, Made, Done(kind, Made), Done(kind, "2011-11-30"));
        var late = Case(order, Made, Done(kind, "2011-11-30"));

        Assert.EndsWith(" met", Assert.Single(Read(ruleId, met, "2011-12-01")), StringComparison.Ordinal);
        Assert.EndsWith(
            " met_late",
            Assert.Single(Read(ruleId, late, "2011-12-01")),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("asset-start", OrderType.Yro, AssetStart)]
    [InlineData("panel-initial", OrderType.ReferralOrder, PanelInitial)]
    public void Read_MilestoneBeforeItsClockStarted_DoesNotMeetIt(
        string ruleId,
        OrderType order,
        MilestoneKind kind
    ) =>
        Assert.EndsWith(
            " upcoming",
            Assert.Single(Read(ruleId, Case(order, Made, Done(kind, "2011-10-03")), Made)),
            StringComparison.Ordinal
        );

    [Fact]
    public void Read_PanelProgress_IsEveryThreeMonthsFromTheInitialPanel()
    {
        var supervised = Case(
            OrderType.ReferralOrder,
            Made,
            Done(PanelInitial, "2011-10-20"),
            Done(PanelProgress, "2012-01-20"),
            Done(PanelProgress, "2012-04-30")
        );

        Assert.Empty(Read("panel-progress", supervised, "2011-10-19"));
        Assert.Equal(["2011-10-20 2012-01-20 upcoming"], Read("panel-progress", supervised, "2011-10-20"));
        Assert.Equal(
            ["2011-10-20 2012-01-20 met", "2012-01-20 2012-04-20 met_late", "2012-04-30 2012-07-30 upcoming"],
            Read("panel-progress", supervised, "2012-04-30")
        );
    }

    [Fact]
    public void Read_PlanReview_IsEveryThreeMonthsFromThePlan()
    {
        var supervised = Case(
            OrderType.YroIss,
            Made,
            Done(InterventionPlan, "2011-10-20"),
            Done(Review, "2011-12-01")
        );

        Assert.Empty(Read("plan-review", supervised, "2011-10-19"));
        Assert.Equal(["2011-10-20 2012-01-20 upcoming"], Read("plan-review", supervised, "2011-11-30"));
        Assert.Equal(
            ["2011-10-20 2012-01-20 met", "2011-12-01 2012-03-01 overdue"],
            Read("plan-review", supervised, "2012-03-02")
        );
    }

    [Fact]
    public void Read_PlanReview_RestsInCustodyAndStartsAnewFromRelease()
    {
        var supervised = Case(OrderType.Yro, Made, Done(InterventionPlan, "2011-10-20")) with
        {
            CustodyFrom = Day("2011-11-01"),
            CustodyReleasedOn = Day("2011-12-15"),
        };

        Assert.Single(Read("plan-review", supervised, "2011-10-31"));
        Assert.Empty(Read("plan-review", supervised, "2011-11-01"));
        Assert.Empty(Read("plan-review", supervised, "2011-12-14"));
        Assert.Equal(["2011-12-15 2012-03-15 upcoming"], Read("plan-review", supervised, "2011-12-15"));
    }

    [Fact]
    public void Read_PlanReviewedBeforeAndAfterRelease_CountsEachFromItsOwnClock()
    {
        var supervised = Case(
            OrderType.Yro,
            Made,
            Done(InterventionPlan, "2011-10-20"),
            Done(Review, "2011-12-01"),
            Done(Review, "2012-02-01")
        ) with
        {
            CustodyFrom = Day("2011-11-01"),
            CustodyReleasedOn = Day("2011-12-15"),
        };

        Assert.Equal(
            ["2011-10-20 2012-01-20 met", "2011-12-15 2012-03-15 met", "2012-02-01 2012-05-01 upcoming"],
            Read("plan-review", supervised, "2012-02-01")
        );
    }

    [Theory]
    [InlineData(RiskLevel.High, "2011-11-01", null, null, "2011-11-01")]
    [InlineData(RiskLevel.VeryHigh, "2011-11-01", RiskLevel.High, "2011-10-20", "2011-10-20")]
    [InlineData(RiskLevel.High, "2011-10-20", RiskLevel.VeryHigh, "2011-11-01", "2011-10-20")]
    [InlineData(RiskLevel.Medium, "2011-10-20", RiskLevel.High, "2011-11-01", "2011-11-01")]
    [InlineData(null, null, RiskLevel.High, null, Made)]
    [InlineData(RiskLevel.High, "2011-09-01", null, null, Made)] // high before the order
    public void Read_RiskMeeting_StartsWhenALevelFirstBecameHigh(
        RiskLevel? rosh,
        string? roshSince,
        RiskLevel? vulnerability,
        string? vulnerabilitySince,
        string clock
    )
    {
        var supervised = Case(OrderType.BailSupervision, Made) with
        {
            RoshLevel = rosh,
            RoshLevelSince = roshSince is null ? null : Day(roshSince),
            VulnerabilityLevel = vulnerability,
            VulnerabilityLevelSince = vulnerabilitySince is null ? null : Day(vulnerabilitySince),
        };

        Assert.Equal(
            [$"{clock} {IsoDate.Format(Day(clock).AddMonths(1))} overdue"],
            Read("risk-meeting", supervised, "2012-01-10")
        );
    }

    [Fact]
    public void Read_RiskMeeting_IsEveryMonthAndOwedByThePracticeSupervisor()
    {
        var supervised = Case(
            OrderType.Remand,
            Made,
            Done(RiskMeeting, "2011-10-31"),
            Done(RiskMeeting, "2011-12-02")
        ) with
        {
            RoshLevel = RiskLevel.High,
        };

        Assert.Equal(
            ["2011-10-04 2011-11-04 met", "2011-10-31 2011-11-30 met_late", "2011-12-02 2012-01-02 upcoming"],
            Read("risk-meeting", supervised, "2011-12-02")
        );
        Assert.All(
            Read(supervised, "2011-12-02").Where(owed => owed.Rule.RuleId == "risk-meeting"),
            owed => Assert.Equal("PS1", owed.OwedById)
        );
    }

    [Theory]
    [InlineData(RiskLevel.Low)]
    [InlineData(RiskLevel.Medium)]
    [InlineData(null)]
    public void Read_LevelsBelowHigh_OweNoMeetingAndNoPlan(RiskLevel? level)
    {
        var supervised = Case(OrderType.Yro, Made) with { RoshLevel = level, VulnerabilityLevel = level };

        Assert.All(
            new[] { "risk-meeting", "rmp", "vmp", "rmp-countersign", "vmp-countersign" },
            ruleId => Assert.Empty(Read(ruleId, supervised, "2012-01-10"))
        );
    }

    [Theory]
    [InlineData(null, Made, "2011-10-25")]
    [InlineData("2011-09-01", Made, "2011-10-25")]
    [InlineData("2011-10-08", "2011-10-08", "2011-10-28")]
    public void Read_HighLevel_OwesItsPlanFromTheLaterOfOrderAndLevel(string? since, string clock, string due)
    {
        var level = since is null ? (DateOnly?)null : Day(since);
        var rosh = Case(OrderType.Remand, Made) with { RoshLevel = RiskLevel.High, RoshLevelSince = level };
        var vulnerable = Case(OrderType.Remand, Made) with
        {
            VulnerabilityLevel = RiskLevel.VeryHigh,
            VulnerabilityLevelSince = level,
        };

        Assert.Equal([$"{clock} {due} upcoming"], Read("rmp", rosh, "2011-10-10"));
        Assert.Empty(Read("vmp", rosh, "2011-10-10"));
        Assert.Equal([$"{clock} {due} upcoming"], Read("vmp", vulnerable, "2011-10-10"));
        Assert.Empty(Read("rmp", vulnerable, "2011-10-10"));
    }

    [Theory]
    [InlineData("rmp-countersign", Rmp, RmpCountersigned)]
    [InlineData("vmp-countersign", Vmp, VmpCountersigned)]
    public void Read_PlanComplete_IsToBeCountersignedByTheSupervisorFromTheLatest(
        string ruleId,
        MilestoneKind plan,
        MilestoneKind countersigned
    )
    {
        var supervised = Case(
            OrderType.ReparationOrder,
            Made,
            Done(plan, "2011-10-10"),
            Done(countersigned, "2011-10-12"),
            Done(plan, "2011-11-01")
        );

        Assert.Empty(Read(ruleId, supervised, "2011-10-09"));
        Assert.Equal(["2011-10-10 2011-10-17 met"], Read(ruleId, supervised, "2011-10-31"));
        Assert.Equal(["2011-11-01 2011-11-08 overdue"], Read(ruleId, supervised, "2011-11-09"));
        Assert.Equal(
            "PS1",
            Read(supervised, "2011-11-09").Single(owed => owed.Rule.RuleId == ruleId).OwedById
        );
    }

    [Fact]
    public void Read_CustodyReview_IsAfterAMonthAndThenEveryThreeWhileInCustody()
    {
        var supervised = Case(
            OrderType.Dto,
            Made,
            Done(CustodyPlanning, "2011-10-14"),
            Done(CustodyReview, "2011-11-10"),
            Done(CustodyReview, "2012-02-10")
        ) with
        {
            CustodyFrom = Day(Made),
            CustodyReleasedOn = Day("2012-04-03"),
        };

        Assert.Empty(Read("custody-review", supervised, "2011-10-13"));
        Assert.Equal(["2011-10-14 2011-11-14 upcoming"], Read("custody-review", supervised, "2011-10-14"));
        Assert.Equal(
            ["2011-10-14 2011-11-14 met", "2011-11-10 2012-02-10 met", "2012-02-10 2012-05-10 upcoming"],
            Read("custody-review", supervised, "2012-04-02")
        );
        Assert.Empty(Read("custody-review", supervised, "2012-04-03"));
        Assert.Empty(Read("custody-review", supervised with { CustodyFrom = null }, "2012-04-02"));
    }
}
