using YosWorkflow.Core.Caseload;
using YosWorkflow.TestKit;

namespace YosWorkflow.Core.Tests.Caseload;

public sealed class ViewerTests
{
    // North: CM1 and CM2 under PS1, CM3 under PS2, all under TM1. South: CM4 under PS4 under TM4. AWAY is covered by CM2.
    private static readonly StaffMember[] Everyone =
    [
        Of("CM1", StaffRole.CaseManager, "North", "PS1"),
        Of("CM2", StaffRole.CaseManager, "North", "PS1"),
        Of("CM3", StaffRole.CaseManager, "North", "PS2"),
        Of("CM4", StaffRole.CaseManager, "South", "PS4"),
        Of("AWAY", StaffRole.CaseManager, "South", "PS4", active: false, coveredBy: "CM2"),
        Of("PS1", StaffRole.PracticeSupervisor, "North", "TM1"),
        Of("PS2", StaffRole.PracticeSupervisor, "North", "TM1"),
        Of("PS4", StaffRole.PracticeSupervisor, "South", "TM4"),
        Of("TM1", StaffRole.TeamManager, "North", "HOS"),
        Of("TM4", StaffRole.TeamManager, "South", "HOS"),
        Of("EPM", StaffRole.EffectivePracticeManager, null, "HOS"),
        Of("HOS", StaffRole.HeadOfService, null, null),
        Of("ADM", StaffRole.Administrator, null, "HOS"),
    ];

    private static readonly Staff Staff = new(Everyone);

    [Theory]
    // Cases by their manager: CM1 and CM3 in North, CM4 and AWAY in South.
    [InlineData("CM1", "CM1", "")]
    [InlineData("CM2", "AWAY", "")]
    [InlineData("CM3", "CM3", "")]
    [InlineData("CM4", "CM4", "")]
    [InlineData("AWAY", "", "")]
    [InlineData("PS1", "CM1 CM3", "CM1")]
    [InlineData("PS2", "CM1 CM3", "CM3")]
    [InlineData("PS4", "AWAY CM4", "AWAY CM4")]
    [InlineData("TM1", "CM1 CM3", "CM1 CM3")]
    [InlineData("TM4", "AWAY CM4", "AWAY CM4")]
    [InlineData("EPM", "AWAY CM1 CM3 CM4", "AWAY CM1 CM3 CM4")]
    [InlineData("HOS", "AWAY CM1 CM3 CM4", "AWAY CM1 CM3 CM4")]
    [InlineData("ADM", "", "")]
    public void Sees_EveryRole_IsTheirsAndNoOthers(string personId, string sees, string oversees)
    {
        var viewer = Viewer.Of(Staff.Find(personId)!, Staff);

        Assert.Equal(sees, Join(Cases.Where(viewer.Sees)));
        Assert.Equal(oversees, Join(Cases.Where(viewer.Oversees)));
    }

    [Theory]
    [InlineData("CM1", "CM1")]
    [InlineData("CM2", "AWAY CM2")]
    [InlineData("AWAY", "")]
    [InlineData("PS1", "CM1 CM2 CM3 PS1")]
    [InlineData("PS4", "AWAY CM4 PS4")]
    [InlineData("TM1", "CM1 CM2 CM3 PS1 PS2 TM1")]
    [InlineData("EPM", "ADM AWAY CM1 CM2 CM3 CM4 EPM HOS PS1 PS2 PS4 TM1 TM4")]
    [InlineData("ADM", "ADM")]
    public void SeesDayOf_EveryRole_IsTheirOwnAndOfThoseBelowThem(string personId, string days)
    {
        var viewer = Viewer.Of(Staff.Find(personId)!, Staff);

        Assert.Equal(
            days,
            string.Join(' ', Staff.Members.Where(viewer.SeesDayOf).Select(other => other.StaffId))
        );
    }

    [Theory]
    [InlineData("CM1", false, false)]
    [InlineData("PS1", false, false)]
    [InlineData("TM1", false, false)]
    [InlineData("EPM", false, true)]
    [InlineData("HOS", false, true)]
    [InlineData("ADM", true, true)]
    [InlineData("AWAY", false, false)]
    public void RunsTheSoftware_EveryRole_IsTheAdministratorsAlone(
        string personId,
        bool runsTheSoftware,
        bool seesDeliveries
    )
    {
        var viewer = Viewer.Of(Staff.Find(personId)!, Staff);

        Assert.Equal((runsTheSoftware, seesDeliveries), (viewer.RunsTheSoftware, viewer.SeesDeliveries));
    }

    [Fact]
    public void Sees_WhoCoversForTheHeadOfService_IsEverythingButTheSoftware()
    {
        var staff = new Staff([
            .. Everyone.Where(one => one.StaffId != "HOS"),
            Of("HOS", StaffRole.HeadOfService, null, null, active: false, coveredBy: "TM4"),
        ]);
        var viewer = Viewer.Of(staff.Find("TM4")!, staff);

        Assert.True(viewer.SeesEveryCase);
        Assert.All(Cases, one => Assert.True(viewer.Oversees(one)));
        Assert.False(viewer.RunsTheSoftware);
    }

    [Fact]
    public void RunsTheSoftware_WhoCoversForTheAdministrator_DoesNot()
    {
        var staff = new Staff([
            .. Everyone.Where(one => one.StaffId != "ADM"),
            Of("ADM", StaffRole.Administrator, null, "HOS", active: false, coveredBy: "CM1"),
        ]);

        Assert.False(Viewer.Of(staff.Find("CM1")!, staff).RunsTheSoftware);
    }

    [Fact]
    public void Sees_AnAdministratorWhoCoversForACaseManager_IsThatManagersCases()
    {
        var staff = new Staff([
            .. Everyone.Where(one => one.StaffId != "AWAY"),
            Of("AWAY", StaffRole.CaseManager, "South", "PS4", active: false, coveredBy: "ADM"),
        ]);
        var viewer = Viewer.Of(staff.Find("ADM")!, staff);

        Assert.Equal("AWAY", Join(Cases.Where(viewer.Sees)));
        Assert.True(viewer.MaySeeCases);
    }

    [Fact]
    public void Sees_CoverInACircle_ComesToAnEnd()
    {
        var staff = new Staff([
            Of("A", StaffRole.CaseManager, "North", "B", active: false, coveredBy: "B"),
            Of("B", StaffRole.PracticeSupervisor, "North", "A", active: false, coveredBy: "A"),
            Of("C", StaffRole.TeamManager, "North", "C"),
        ]);
        var viewer = Viewer.Of(staff.Find("C")!, staff);

        Assert.True(viewer.Sees(CaseOf("A", "North")));
        Assert.True(viewer.SeesDayOf(staff.Find("A")!));
    }

    [Fact]
    public void Sees_WhoeverIsToldOfACase_SeesIt()
    {
        var staff = Kent2011.Staff;
        foreach (var one in Kent2011.Cases)
        {
            StaffMember?[] told =
            [
                staff.Find(one.CaseManagerId),
                staff.PracticeSupervisorOf(one),
                staff.TeamManagerOf(one),
                staff.HeadOfService,
            ];
            foreach (var meant in told.OfType<StaffMember>())
            {
                var receiving = staff.Receiving(meant)!;
                Assert.True(Viewer.Of(receiving, staff).Sees(one), $"{receiving.StaffId} {one.CaseRef}");
            }
        }
    }

    [Fact]
    public void Sees_KentsSupervisors_IsTheCasesOfTheirTeamAndNoOther()
    {
        foreach (var person in Kent2011.Staff.Members.Where(one => one.Role == StaffRole.PracticeSupervisor))
        {
            var viewer = Viewer.Of(person, Kent2011.Staff);

            Assert.Equal(
                Kent2011.Cases.Where(one => one.Team == person.Team),
                Kent2011.Cases.Where(viewer.Sees)
            );
        }
    }

    private static Case[] Cases =>
        [CaseOf("AWAY", "South"), CaseOf("CM1", "North"), CaseOf("CM3", "North"), CaseOf("CM4", "South")];

    private static string Join(IEnumerable<Case> cases) =>
        string.Join(' ', cases.Select(one => one.CaseManagerId));

    private static Case CaseOf(string managerId, string team) =>
        new()
        {
            CaseRef = "of " + managerId,
            Team = team,
            CaseManagerId = managerId,
            OrderType = OrderType.Yro,
            OrderMadeOn = new DateOnly(2011, 8, 1),
        };

    private static StaffMember Of(
        string id,
        StaffRole role,
        string? team,
        string? manager,
        bool active = true,
        string? coveredBy = null
    ) => new(id, id, $"{id}@yos.example", null, role, team, manager, active, coveredBy, CanAudit: false);
}
