using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Learning;
using YosWorkflow.Core.Standards;

namespace YosWorkflow.Core.Tests.Learning;

public sealed class TallyTests
{
    private static readonly StandardsPack Pack = StandardsPacks.Load(StandardsPacks.Default);

    [Theory]
    [InlineData(1, AgeBand.Week)]
    [InlineData(5, AgeBand.Week)]
    [InlineData(6, AgeBand.Fortnight)]
    [InlineData(10, AgeBand.Fortnight)]
    [InlineData(11, AgeBand.Month)]
    [InlineData(20, AgeBand.Month)]
    [InlineData(21, AgeBand.Quarter)]
    [InlineData(60, AgeBand.Quarter)]
    [InlineData(61, AgeBand.Longer)]
    public void AgeBand_Of_HasItsBoundsInside(int workingDays, AgeBand band) =>
        Assert.Equal(band, AgeBands.Of(workingDays));

    [Fact]
    public void OverdueAges_CountsWhatIsOverdueAndNothingElse()
    {
        var ages = new OverdueAges(Pack);
        Add(ages, "2011-05-20", Example.Case(OrderType.Yro, "2011-04-14"));

        // Asset, plan and both questionnaires were due on 11 May, 7 working days before.
        Assert.Equal(4, ages.Of());
        Assert.Equal(4, ages.Of(team: "North", band: AgeBand.Fortnight));
        Assert.Equal(1, ages.Of("initial-plan"));
        Assert.Equal(0, ages.Of(band: AgeBand.Week));
        Assert.Equal(["North"], ages.Teams);
    }

    [Theory]
    [InlineData("2011-05-09", 0)]
    [InlineData("2011-05-08", 1)]
    [InlineData("2011-04-27", 2)]
    public void WorkloadAhead_Weeks_BeginOnMonday(string asOf, int week)
    {
        var workload = new WorkloadAhead(Example.Day(asOf));
        Add(workload, asOf, Example.Case(OrderType.Yro, "2011-04-14"));

        var person = Assert.Single(workload.People);
        Assert.Equal(DayOfWeek.Monday, workload.Mondays[0].DayOfWeek);
        Assert.Equal(4, person.ByWeek[week]);
        Assert.Equal(4, person.Ahead);
        Assert.Equal(0, person.Overdue);
    }

    [Fact]
    public void Snapshot_ChildWhoIsSeveral_IsCountedOnceInAny()
    {
        var snapshot = new CaseloadSnapshot(Example.Day("2011-05-20"));
        var open = Example.Case(OrderType.Yro, "2011-04-14");
        Case[] cases =
        [
            open with
            {
                LookedAfter = LookedAfter.Own,
                ChildInNeed = true,
                ChildProtectionPlan = true,
            },
            open with
            {
                LookedAfter = LookedAfter.Other,
            },
            open,
            open with
            {
                ChildInNeed = true,
                ClosedOn = Example.Day("2011-05-20"),
            },
            open with
            {
                ChildInNeed = true,
                OrderMadeOn = Example.Day("2011-05-21"),
            },
        ];
        foreach (var one in cases)
        {
            snapshot.Add(one, []);
        }

        var team = Assert.Single(snapshot.Teams);
        Assert.Equal(new ChildCounts(3, 1, 1, 1, 1, 2), team.Counts);
        Assert.Equal(2, team.Counts.LookedAfter);
    }

    [Fact]
    public void DataQuality_GoodCase_HasNoFault()
    {
        var quality = Quality(Good);

        Assert.Equal(1, quality.OpenCases);
        Assert.All(Enum.GetValues<DataFault>(), fault => Assert.Equal(0, quality.Of(fault)));
    }

    public static TheoryData<DataFault, Case> Faults =>
        new()
        {
            { DataFault.CaseManagerUnknown, Good with { CaseManagerId = "X" } },
            { DataFault.CaseManagerAway, Good with { CaseManagerId = "AWAY" } },
            { DataFault.RiskSinceMissing, Good with { RoshLevel = RiskLevel.High } },
            { DataFault.RiskSinceMissing, Good with { VulnerabilityLevel = RiskLevel.VeryHigh } },
            { DataFault.LevelMissing, Good with { RoshLevel = null } },
            {
                DataFault.CustodyWithoutRelease,
                Good with
                {
                    CustodyFrom = Example.Day("2011-04-14"),
                    OrderEndsOn = Example.Day("2011-05-19"),
                }
            },
            {
                DataFault.WorkBeforeOrder,
                Good with
                {
                    Milestones = [Example.Done(MilestoneKind.AssetStart, "2011-04-13")],
                }
            },
            {
                DataFault.WorkInFuture,
                Good with
                {
                    Milestones = [Example.Done(MilestoneKind.AssetStart, "2011-05-21")],
                }
            },
            { DataFault.TeamWithoutSupervisor, Good with { Team = "South" } },
        };

    [Theory]
    [MemberData(nameof(Faults))]
    public void DataQuality_Fault_IsFoundAloneAndNamesTheCase(DataFault fault, Case faulty)
    {
        var quality = Quality(faulty, fault);

        Assert.Equal([fault], Enum.GetValues<DataFault>().Where(kind => quality.Of(kind) > 0));
        var found = Assert.Single(quality.Found);
        Assert.Contains(found.Of, new[] { "K1", "South" });
    }

    [Fact]
    public void DataQuality_Staff_AreLookedAtWhileTheyAreAtWork()
    {
        var staff = Example.StaffOf(
            Example.Member("CM2", StaffRole.CaseManager, entraId: null),
            Example.Member("CM3", StaffRole.CaseManager, entraId: null, active: false, manager: "PS1"),
            Example.Member("CM4", StaffRole.CaseManager, entraId: "one") with
            {
                Email = "",
            }
        );
        var quality = new DataQuality(Example.Day("2011-05-20"), staff, DataFault.StaffWithoutEntraId);
        quality.AddStaff();

        Assert.Equal("CM2", Assert.Single(quality.Found).Of);
        Assert.Equal(1, quality.Of(DataFault.StaffWithoutEmail));
        // The example's four have one id between them.
        Assert.Equal(4, quality.Of(DataFault.EntraIdTwice));
    }

    private static Case Good =>
        Example.Case(OrderType.Yro, "2011-04-14") with
        {
            RoshLevel = RiskLevel.Low,
            VulnerabilityLevel = RiskLevel.Medium,
            InterventionLevel = InterventionLevel.Standard,
        };

    private static DataQuality Quality(Case supervised, DataFault? listed = null)
    {
        var staff = new Staff(
            Example
                .StaffOf(Example.Member("AWAY", StaffRole.CaseManager, active: false))
                .Members.Select(member => member with { EntraId = "entra of " + member.StaffId })
        );
        var quality = new DataQuality(Example.Day("2011-05-20"), staff, listed);
        quality.Add(supervised, []);
        quality.AddStaff();
        return quality;
    }

    private static void Add(ICaseTally tally, string asOf, Case supervised) =>
        tally.Add(supervised, Example.Read(supervised, asOf).AsSpan());
}
