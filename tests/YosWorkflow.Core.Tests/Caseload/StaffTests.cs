using YosWorkflow.Core.Caseload;
using static YosWorkflow.Core.Tests.Example;

namespace YosWorkflow.Core.Tests.Caseload;

public sealed class StaffTests
{
    private static readonly Case Supervised = Case(OrderType.Yro, "2011-10-04");

    [Fact]
    public void PracticeSupervisorOf_LineManagerIsOne_IsTheLineManager() =>
        Assert.Equal(
            "PS2",
            StaffOf(
                    Member("CM1", StaffRole.CaseManager, manager: "PS2"),
                    Member("PS2", StaffRole.PracticeSupervisor, team: "South")
                )
                .PracticeSupervisorOf(Supervised)!
                .StaffId
        );

    [Theory]
    [InlineData("TM1")]
    [InlineData("nobody")]
    [InlineData(null)]
    public void PracticeSupervisorOf_LineManagerIsNone_IsTheTeams(string? manager) =>
        Assert.Equal(
            "PS1",
            StaffOf(Member("CM1", StaffRole.CaseManager, manager: manager))
                .PracticeSupervisorOf(Supervised)!
                .StaffId
        );

    [Fact]
    public void PracticeSupervisorOf_CaseManagerNotInTheList_IsTheTeams() =>
        Assert.Equal(
            "PS1",
            Everyone.PracticeSupervisorOf(Supervised with { CaseManagerId = "gone" })!.StaffId
        );

    [Fact]
    public void PracticeSupervisorOf_TwoInTheTeam_IsTheOneAtWork() =>
        Assert.Equal(
            "PS9",
            StaffOf(
                    Member("CM1", StaffRole.CaseManager),
                    Member("PS1", StaffRole.PracticeSupervisor, active: false),
                    Member("PS9", StaffRole.PracticeSupervisor)
                )
                .PracticeSupervisorOf(Supervised)!
                .StaffId
        );

    [Fact]
    public void PracticeSupervisorOf_OtherTeamWithoutOne_IsNull() =>
        Assert.Null(
            Everyone.PracticeSupervisorOf(Supervised with { Team = "South", CaseManagerId = "gone" })
        );

    [Fact]
    public void TeamManagerOf_SupervisorsLineManagerIsOne_IsThatOne() =>
        Assert.Equal(
            "TM2",
            StaffOf(
                    Member("PS1", StaffRole.PracticeSupervisor, manager: "TM2"),
                    Member("TM2", StaffRole.TeamManager, team: "South")
                )
                .TeamManagerOf(Supervised)!
                .StaffId
        );

    [Fact]
    public void TeamManagerOf_SupervisorsLineManagerIsNone_IsTheTeams() =>
        Assert.Equal(
            "TM1",
            StaffOf(Member("PS1", StaffRole.PracticeSupervisor, manager: "HOS1"))
                .TeamManagerOf(Supervised)!
                .StaffId
        );

    [Fact]
    public void TeamManagerOf_NoSupervisorAtAll_IsTheCaseManagersLineManager()
    {
        var staff = new Staff([
            Member("CM1", StaffRole.CaseManager, manager: "TM2"),
            Member("TM2", StaffRole.TeamManager, team: "South"),
        ]);

        Assert.Equal("TM2", staff.TeamManagerOf(Supervised)!.StaffId);
    }

    [Fact]
    public void HeadOfService_TwoOfThem_IsTheOneAtWork() =>
        Assert.Equal(
            "HOS2",
            StaffOf(
                Member("HOS1", StaffRole.HeadOfService, team: null, active: false),
                Member("HOS2", StaffRole.HeadOfService, team: null)
            ).HeadOfService!.StaffId
        );

    [Fact]
    public void Find_IdThatComesTwice_IsTheLast() =>
        Assert.Equal(StaffRole.TeamManager, StaffOf(Member("CM1", StaffRole.TeamManager)).Find("CM1")!.Role);

    [Theory]
    [InlineData("", "CM1")] // at work
    [InlineData("CM1>CM2", "CM2")]
    [InlineData("CM1>CM2 CM2>CM3", "CM3")]
    [InlineData("CM1>", "PS1")] // no cover: the line manager
    [InlineData("CM1>nobody", "PS1")]
    [InlineData("CM1>CM1", "PS1")]
    [InlineData("CM1> PS1>", "TM1")] // the line manager away too
    [InlineData("CM1>CM2 CM2>CM1", "PS1")] // in a circle: the line manager of the first who has one at work
    [InlineData("CM1>CM2 CM2>CM3 CM3>CM1 PS1>CM1", "TM1")]
    [InlineData("CM1>CM2 CM2>CM3 CM3>CM1 PS1> TM1> HOS1>", null)]
    public void Receiving_PeopleAway_IsWhoCoversElseTheLineManager(string away, string? expected)
    {
        // Each “A>B” says that A is away and that B covers.
        var covers = away.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split('>'))
            .ToDictionary(part => part[0], part => part[1]);
        var staff = new Staff(
            StaffOf(
                Member("CM2", StaffRole.CaseManager, manager: "PS1"),
                Member("CM3", StaffRole.CaseManager, manager: "PS1")
            )
                .Members.Select(member =>
                    covers.TryGetValue(member.StaffId, out var cover)
                        ? member with
                        {
                            Active = false,
                            CoveredById = cover.Length == 0 ? null : cover,
                        }
                        : member
                )
        );

        Assert.Equal(expected, staff.Receiving(staff.Find("CM1")!)?.StaffId);
    }

    [Fact]
    public void Receiving_OwnLineManager_IsNobody()
    {
        var staff = new Staff([Member("CM1", StaffRole.CaseManager, manager: "CM1", active: false)]);

        Assert.Null(staff.Receiving(staff.Find("CM1")!));
    }

    [Fact]
    public void Administrators_OneAway_AreThoseAtWork() =>
        Assert.Equal(
            ["AD2"],
            StaffOf(
                Member("AD1", StaffRole.Administrator, active: false),
                Member("AD2", StaffRole.Administrator)
            )
                .Administrators.Select(member => member.StaffId)
        );
}
