using YosWorkflow.Core.Audits;
using YosWorkflow.Core.Calendar;
using YosWorkflow.Core.Caseload;

namespace YosWorkflow.Core.Tests.Audits;

public sealed class AuditFrameTests
{
    private static readonly DateOnly November = new(2011, 11, 1);
    private static readonly DateOnly AsOf = new(2011, 11, 1);

    // Tuesday 11 October 2011 and 15 working days are Tuesday 1 November.
    private static readonly Case Held = new()
    {
        CaseRef = "K1",
        Team = "A",
        CaseManagerId = "CM1",
        OrderType = OrderType.Yro,
        OrderMadeOn = new(2011, 10, 11),
        LookedAfter = LookedAfter.Other,
    };

    [Fact]
    public void Holds_GoldenThread_FromTheDayOnWhichAPlanWasDue()
    {
        Assert.True(InGoldenThread(Held));
        Assert.False(InGoldenThread(Held with { OrderMadeOn = new(2011, 10, 12) }));
    }

    [Theory]
    [InlineData("2011-11-01", null, false)]
    [InlineData("2011-11-02", null, true)]
    [InlineData(null, "2011-10-31", false)]
    [InlineData(null, "2011-11-01", true)]
    public void Holds_GoldenThread_OnlyCasesOpenOnTheDay(string? closedOn, string? endsOn, bool expected) =>
        Assert.Equal(
            expected,
            InGoldenThread(
                Held with
                {
                    ClosedOn = closedOn is null ? null : IsoDate.Parse(closedOn),
                    OrderEndsOn = endsOn is null ? null : IsoDate.Parse(endsOn),
                }
            )
        );

    [Theory]
    [InlineData("2011-05-01", true)]
    [InlineData("2011-05-02", false)]
    [InlineData("2011-10-03", false)]
    public void Holds_GoldenThread_NotWhatWasAuditedInTheLastSixMonths(string lastAuditedOn, bool expected) =>
        Assert.Equal(expected, InGoldenThread(Held, IsoDate.Parse(lastAuditedOn)));

    [Theory]
    [InlineData("2011-11-30", null, true)]
    [InlineData("2011-12-01", null, false)]
    [InlineData("2011-06-01", "2011-11-01", false)]
    [InlineData("2011-06-01", "2011-11-02", true)]
    public void Holds_Health_WhoeverWasSupervisedOnADayOfTheMonth(
        string madeOn,
        string? closedOn,
        bool expected
    ) =>
        Assert.Equal(
            expected,
            Holds(
                "health",
                Held with
                {
                    OrderMadeOn = IsoDate.Parse(madeOn),
                    ClosedOn = closedOn is null ? null : IsoDate.Parse(closedOn),
                }
            )
        );

    [Theory]
    [InlineData("2011-10-31", false)]
    [InlineData("2011-11-01", true)]
    [InlineData("2011-11-30", true)]
    [InlineData("2011-12-01", false)]
    public void Holds_Referrals_EveryCaseReferredInTheMonthOpenOrNot(string referredOn, bool expected) =>
        Assert.Equal(
            expected,
            Holds(
                "scs-referral",
                Held with
                {
                    ClosedOn = new(2011, 10, 20),
                    Milestones = [new(MilestoneKind.ScsReferral, IsoDate.Parse(referredOn), null)],
                }
            )
        );

    [Fact]
    public void Place_WithWeights_IsAStratumOfItsOwnWithinTheTeam()
    {
        var high = Held with { RoshLevel = RiskLevel.High };

        Assert.Equal("A", SampleWeights.None.Place(high, AsOf).Stratum);
        Assert.Equal("A, high risk", new SampleWeights(2, 3).Place(high, AsOf).Stratum);
        Assert.Equal("A, looked after", new SampleWeights(2, 3).Place(Held, AsOf).Stratum);
        Assert.Equal("A", new SampleWeights(2, 1).Place(Held, AsOf).Stratum);
    }

    [Fact]
    public void Of_Strata_AreTheWeightsThatWereAskedForAndCanBeReadBack()
    {
        var weights = new SampleWeights(2, 3);
        var of = weights.Of(["A", "A, high risk", "B, looked after"]);

        Assert.Equal((2, 3), (of["A, high risk"], of["B, looked after"]));
        Assert.Equal(2, of.Count);
        Assert.Equal(
            weights,
            SampleWeights.Behind(of.Select(pair => new Stratum(pair.Key, 1, pair.Value, 1)))
        );
        Assert.Equal(SampleWeights.None, SampleWeights.Behind([new Stratum("A", 1, 1, 1)]));
    }

    [Theory]
    [InlineData("2011-11", "2011-11-16", "2011-11-16")]
    [InlineData("2011-10", "2011-11-16", "2011-10-03")]
    [InlineData("2011-12", "2011-11-16", null)]
    public void UsualDay_OfAMonth_IsTodayOrItsFirstWorkingDay(string month, string today, string? expected) =>
        Assert.Equal(
            expected is null ? null : IsoDate.Parse(expected),
            SampleRequest.UsualDay(
                IsoMonth.Parse(month),
                IsoDate.Parse(today),
                WorkingDayCalendar.EnglandAndWales
            )
        );

    private static bool InGoldenThread(Case candidate, DateOnly? lastAuditedOn = null) =>
        Holds("golden-thread", candidate, lastAuditedOn);

    private static bool Holds(string programmeId, Case candidate, DateOnly? lastAuditedOn = null) =>
        AuditFrame.Holds(
            AuditProgrammes.Find(programmeId)!,
            November,
            AsOf,
            candidate,
            lastAuditedOn,
            WorkingDayCalendar.EnglandAndWales
        );
}
