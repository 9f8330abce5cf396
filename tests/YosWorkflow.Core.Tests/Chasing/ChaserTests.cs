using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Chasing;
using static YosWorkflow.Core.Tests.Example;

namespace YosWorkflow.Core.Tests.Chasing;

public sealed class ChaserTests
{
    private const string Plan = "initial-plan";

    // Made on Tue 4 Oct 2011, so that the plan is due on Tue 25 Oct 2011.
    private static readonly Case Supervised = Case(OrderType.Yro, "2011-10-04");
    private static readonly Case HighRisk = Supervised with { RoshLevel = RiskLevel.High };
    private static readonly DateOnly Due = Day("2011-10-25");

    [Fact]
    public void Decide_DayByDay_IsTheTableOfSteps()
    {
        var escalated = new[] { "CM1 email escalated", "PS1 teams escalated", "TM1 email escalated" };

        Assert.Equal(
            new Dictionary<int, string[]>
            {
                [-5] = ["CM1 email early"],
                [0] = ["CM1 email due"],
                [1] = ["CM1 email overdue", "PS1 email overdue", "PS1 teams overdue"],
                [5] = escalated,
                [10] = ["CM1 email escalated", "HOS1 email head_of_service", .. escalated[1..]],
                [15] = escalated,
                [20] = escalated,
            },
            ToldByOffset(Supervised, -15, 24)
        );
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Decide_HighRiskDayByDay_TellsManagersSooner(bool rosh, bool vulnerability)
    {
        var supervised = Supervised with
        {
            RoshLevel = rosh ? RiskLevel.VeryHigh : RiskLevel.Low,
            VulnerabilityLevel = vulnerability ? RiskLevel.High : null,
        };
        var escalated = new[] { "CM1 email escalated", "PS1 teams escalated", "TM1 email escalated" };

        Assert.Equal(
            new Dictionary<int, string[]>
            {
                [-5] = ["CM1 email early"],
                [0] = ["CM1 email due"],
                [1] =
                [
                    "CM1 email overdue",
                    "PS1 email overdue",
                    "PS1 teams overdue",
                    "TM1 email overdue",
                    "TM1 teams overdue",
                ],
                [3] = ["HOS1 email head_of_service"],
                [5] = escalated,
                [10] = escalated,
                [15] = escalated,
            },
            ToldByOffset(supervised, -15, 19)
        );
    }

    [Theory]
    [InlineData(-3, "CM1 email early")]
    [InlineData(4, "CM1 email overdue|PS1 email overdue|PS1 teams overdue")]
    [InlineData(8, "CM1 email escalated|PS1 teams escalated|TM1 email escalated")]
    [InlineData(33, "CM1 email escalated|HOS1 email head_of_service|PS1 teams escalated|TM1 email escalated")]
    public void Decide_AfterMissedDays_TellsEachOnlyTheLatestStep(int offset, string told)
    {
        var chase = new Chase(Plan);

        Assert.Equal(told.Split('|'), chase.Told(Supervised, Everyone, DayAt(offset)));
        Assert.Empty(chase.Told(Supervised, Everyone, DayAt(offset)));
    }

    [Fact]
    public void Decide_DaysMissedInBetween_GoesOnFromThere()
    {
        var chase = new Chase(Plan);
        chase.Run(Supervised, Everyone, DayAt(0));

        Assert.Equal(
            ["CM1 email escalated", "PS1 teams escalated", "TM1 email escalated"],
            chase.Told(Supervised, Everyone, DayAt(7))
        );
        Assert.Empty(chase.Told(Supervised, Everyone, DayAt(9)));
        Assert.Equal(4, chase.Told(Supervised, Everyone, DayAt(10)).Length);
    }

    [Fact]
    public void Decide_DueOnASaturday_IsDueOnTheFridayAndOverdueOnTheMonday()
    {
        var supervised = Case(
            OrderType.Yro,
            "2011-07-08",
            Done(MilestoneKind.InterventionPlan, "2011-07-08")
        );
        var chase = new Chase("plan-review"); // due on Sat 8 Oct 2011

        Assert.Equal(["CM1 email early"], chase.Told(supervised, Everyone, Day("2011-10-06")));
        Assert.Equal(["CM1 email due"], chase.Told(supervised, Everyone, Day("2011-10-07")));
        Assert.Equal(3, chase.Told(supervised, Everyone, Day("2011-10-10")).Length);
    }

    [Fact]
    public void Decide_NothingToTell_ReturnsTheSameMarks()
    {
        var chase = new Chase(Plan);
        chase.Run(Supervised, Everyone, DayAt(1));
        var before = chase.Marks;

        chase.Run(Supervised, Everyone, DayAt(2));

        Assert.True(before == chase.Marks);
    }

    [Fact]
    public void Decide_MilestoneArrived_StopsAtOnce()
    {
        var chase = new Chase(Plan);
        chase.Run(Supervised, Everyone, DayAt(1));
        var met = Supervised with { Milestones = [Done(MilestoneKind.InterventionPlan, "2011-10-31")] };

        Assert.Empty(chase.Told(met, Everyone, DayAt(5)));
        Assert.Empty(chase.Told(met, Everyone, DayAt(30)));
    }

    [Fact]
    public void Decide_CaseClosed_StopsAtOnce() =>
        Assert.Empty(new Chase(Plan).Told(Supervised with { ClosedOn = DayAt(5) }, Everyone, DayAt(5)));

    [Fact]
    public void Decide_Acknowledged_RestsUntilTheNewDateAndThenGoesOn()
    {
        var chase = new Chase(Plan);
        chase.Run(Supervised, Everyone, DayAt(1));
        chase.Acknowledgements.Add(
            new Acknowledgement(
                "K1",
                Plan,
                Supervised.OrderMadeOn,
                "PS1",
                new DateTimeOffset(2011, 10, 26, 9, 0, 0, TimeSpan.Zero),
                "Moved house",
                DayAt(7)
            )
        );

        Assert.Empty(chase.Told(Supervised, Everyone, DayAt(5)));
        Assert.Empty(chase.Told(Supervised, Everyone, DayAt(7)));
        Assert.Equal(
            ["CM1 email escalated", "PS1 teams escalated", "TM1 email escalated"],
            chase.Told(Supervised, Everyone, DayAt(8))
        );
    }

    [Theory]
    [InlineData("asset-start", "2011-10-04")]
    [InlineData(Plan, "2011-10-03")]
    public void Decide_AnotherOccurrenceAcknowledged_GoesOn(string ruleId, string clockStarted)
    {
        var chase = new Chase(Plan);
        chase.Acknowledgements.Add(
            new Acknowledgement("K1", ruleId, Day(clockStarted), "PS1", default, "Moved house", DayAt(99))
        );

        Assert.NotEmpty(chase.Told(Supervised, Everyone, DayAt(5)));
    }

    [Fact]
    public void Decide_OwedByTheSupervisor_TellsThemOnceByEachWay()
    {
        var chase = new Chase("rmp-countersign");
        var supervised = Supervised with { Milestones = [Done(MilestoneKind.Rmp, "2011-10-18")] };

        Assert.Equal(["PS1 email due"], chase.Told(supervised, Everyone, DayAt(0)));
        Assert.Equal(["PS1 email overdue", "PS1 teams overdue"], chase.Told(supervised, Everyone, DayAt(1)));
        Assert.Equal(
            ["PS1 email escalated", "PS1 teams escalated", "TM1 email escalated"],
            chase.Told(supervised, Everyone, DayAt(5))
        );
    }

    [Fact]
    public void Decide_OneInTwoParts_IsToldTheMoreSeriousStepOnce()
    {
        // The head of service manages the team as well, since it has no manager.
        var staff = new Staff(Everyone.Members.Where(member => member.StaffId != "TM1"));

        Assert.Equal(
            ["CM1 email escalated", "HOS1 email head_of_service", "PS1 teams escalated"],
            new Chase(Plan).Told(Supervised, staff, DayAt(10))
        );
    }

    [Fact]
    public void Decide_OneInTwoPartsWhoseSecondComesLater_IsNotToldAgain()
    {
        // No supervisor, so the team manager is told as one; when risk becomes high they would be told as team manager.
        var staff = new Staff(Everyone.Members.Where(member => member.StaffId != "PS1"));
        var later = HighRisk with { RoshLevelSince = DayAt(2) };
        var chase = new Chase(Plan);

        Assert.Equal(
            ["CM1 email overdue", "TM1 email overdue", "TM1 teams overdue"],
            chase.Told(later, staff, DayAt(1))
        );
        Assert.Empty(chase.Told(later, staff, DayAt(2)));
    }

    [Fact]
    public void Decide_PartThatSomebodyElseHasNow_IsTold()
    {
        var staff = new Staff(Everyone.Members.Where(member => member.StaffId != "PS1"));
        var later = HighRisk with { RoshLevelSince = DayAt(2) };
        var chase = new Chase(Plan);
        chase.Run(later, staff, DayAt(1));

        var covered = StaffOf(
            Member("TM1", StaffRole.TeamManager, active: false, cover: "TM2"),
            Member("TM2", StaffRole.TeamManager, team: "South")
        );

        Assert.Equal(["TM2 email overdue", "TM2 teams overdue"], chase.Told(later, covered, DayAt(2)));
    }

    [Fact]
    public void Decide_NoSupervisor_TellsTheTeamManagerInstead() =>
        Assert.Equal(
            ["CM1 email overdue", "TM1 email overdue", "TM1 teams overdue"],
            new Chase(Plan).Told(
                Supervised,
                new Staff(Everyone.Members.Where(member => member.StaffId != "PS1")),
                DayAt(1)
            )
        );

    [Fact]
    public void Decide_NobodyAboveAtAll_SaysWhoIsMissing()
    {
        var staff = new Staff([Member("CM1", StaffRole.CaseManager)]);

        var told = new Chase(Plan).Run(Supervised, staff, DayAt(10));

        Assert.Equal(
            ["CM1", "head_of_service", "practice_supervisor", "team_manager"],
            told.Select(notice => notice.PersonId).Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            "Nobody in the staff list is practice supervisor.",
            Recipient.WhyNot(staff, "practice_supervisor", Channel.Teams)
        );
    }

    [Fact]
    public void Decide_SomebodyAway_TellsWhoCoversAndSaysForWhom()
    {
        var staff = StaffOf(
            Member("CM1", StaffRole.CaseManager, manager: "PS1", active: false, cover: "CM2"),
            Member("CM2", StaffRole.CaseManager)
        );

        var told = new Chase(Plan).Run(Supervised, staff, DayAt(1));

        var toCover = Assert.Single(told, notice => notice.PersonId == "CM2");
        Assert.Equal(("CM1", "CM1"), (toCover.Item.MeantForId, toCover.Item.OwedById));
        Assert.All(
            told.Where(notice => notice.PersonId == "PS1"),
            notice => Assert.Null(notice.Item.MeantForId)
        );
        Assert.DoesNotContain(told, notice => notice.PersonId == "CM1");
    }

    [Fact]
    public void Decide_AwayAndCoveredByTheSupervisor_TellsTheSupervisorOnceByEachWay()
    {
        var staff = StaffOf(Member("CM1", StaffRole.CaseManager, manager: "PS1", active: false));

        Assert.Equal(
            ["PS1 email overdue", "PS1 teams overdue"],
            new Chase(Plan).Told(Supervised, staff, DayAt(1))
        );
    }

    [Fact]
    public void Decide_NobodyCovers_NamesWhomItWasMeantFor()
    {
        var staff = new Staff([Member("CM1", StaffRole.CaseManager, active: false)]);

        var told = new Chase(Plan).Run(Supervised, staff, DayAt(0));

        Assert.Equal("CM1", Assert.Single(told).PersonId);
        Assert.Equal("Not at work, and nobody covers.", Recipient.WhyNot(staff, "CM1", Channel.Email));
    }

    [Fact]
    public void Decide_CaseManagerNotInTheList_NamesThem() =>
        Assert.Equal(
            ["CM7 email due"],
            new Chase(Plan).Told(Supervised with { CaseManagerId = "CM7" }, Everyone, DayAt(0))
        );

    [Fact]
    public void Decide_SupervisorTeamsDoesNotKnow_IsToldByEmail()
    {
        var staff = StaffOf(Member("PS1", StaffRole.PracticeSupervisor, manager: "TM1", entraId: null));
        var chase = new Chase(Plan);

        Assert.Equal(["CM1 email overdue", "PS1 email overdue"], chase.Told(Supervised, staff, DayAt(1)));
        Assert.Equal(
            ["CM1 email escalated", "PS1 email escalated", "TM1 email escalated"],
            chase.Told(Supervised, staff, DayAt(5))
        );
    }

    [Fact]
    public void Decide_ReassignedCase_DoesNotTellTheNewWorkerTheOldStep()
    {
        var staff = StaffOf(Member("CM2", StaffRole.CaseManager, manager: "PS1"));
        var chase = new Chase(Plan);
        chase.Run(Supervised, staff, DayAt(1));

        Assert.Empty(chase.Told(Supervised with { CaseManagerId = "CM2" }, staff, DayAt(2)));
    }

    [Fact]
    public void Decide_NextOccurrence_IsChasedFromItsOwnBeginning()
    {
        var chase = new Chase("risk-meeting");
        var first = HighRisk; // its first meeting is due on Fri 4 Nov 2011
        chase.Run(first, Everyone, Day("2011-11-07"));

        var second = first with { Milestones = [Done(MilestoneKind.RiskMeeting, "2011-11-08")] };

        Assert.Empty(chase.Told(second, Everyone, Day("2011-11-09")));
        Assert.Equal(["PS1 email early"], chase.Told(second, Everyone, Day("2011-12-01")));
    }

    private static DateOnly DayAt(int offset) => Chase.Calendar.Add(Due, offset);

    private static Dictionary<int, string[]> ToldByOffset(Case supervised, int from, int to)
    {
        var chase = new Chase(Plan);
        return Enumerable
            .Range(from, to - from + 1)
            .Select(offset => (offset, Told: chase.Told(supervised, Everyone, DayAt(offset))))
            .Where(day => day.Told.Length > 0)
            .ToDictionary(day => day.offset, day => day.Told);
    }
}
