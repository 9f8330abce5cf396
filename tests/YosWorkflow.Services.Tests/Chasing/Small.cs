using YosWorkflow.Core;
using YosWorkflow.Core.Caseload;

namespace YosWorkflow.Services.Tests.Chasing;

/// <summary>A service of two teams and six cases, with something at every step of the ladder on its day.</summary>
internal static class Small
{
    public const string North = "North";
    public const string South = "South";

    public static DateOnly Day { get; } = new(2011, 10, 4);

    public static Staff Staff { get; } =
        new([
            Member("HOS", StaffRole.HeadOfService, null, null),
            Member("ADM", StaffRole.Administrator, null, "HOS"),
            Member("TM1", StaffRole.TeamManager, North, "HOS"),
            Member("PS1", StaffRole.PracticeSupervisor, North, "TM1"),
            Member("CM1", StaffRole.CaseManager, North, "PS1"),
            Member("CM2", StaffRole.CaseManager, North, "PS1") with
            {
                Active = false,
                CoveredById = "CM1",
            },
            Member("TM2", StaffRole.TeamManager, South, "HOS"),
            Member("PS2", StaffRole.PracticeSupervisor, South, "TM2") with
            {
                EntraId = null,
            },
            Member("CM3", StaffRole.CaseManager, South, "PS2"),
        ]);

    public static IReadOnlyList<Case> Cases { get; } =
    [
        // Everything long overdue.
        Order("K1", North, "CM1", OrderType.Yro, "2011-08-01"),
        // High risk, and its case manager away.
        Order("K2", North, "CM2", OrderType.Yro, "2011-09-06") with
        {
            RoshLevel = RiskLevel.VeryHigh,
        },
        // Due in the next days.
        Order("K3", North, "CM1", OrderType.ReparationOrder, "2011-09-14"),
        // Due today.
        Order("K4", South, "CM3", OrderType.Yro, "2011-09-13"),
        // Long overdue in the other team.
        Order("K5", South, "CM3", OrderType.ReferralOrder, "2011-08-15"),
        // Just overdue.
        Order("K6", South, "CM3", OrderType.ReferralOrder, "2011-09-05"),
    ];

    public static StaffMember Member(string id, StaffRole role, string? team, string? lineManagerId) =>
        new(
            id,
            $"Name of {id}",
            $"{id}@yos.example",
            $"entra-{id}",
            role,
            team,
            lineManagerId,
            Active: true,
            CoveredById: null,
            CanAudit: false
        );

    public static Case Order(string caseRef, string team, string manager, OrderType order, string madeOn) =>
        new()
        {
            CaseRef = caseRef,
            Team = team,
            CaseManagerId = manager,
            OrderType = order,
            OrderMadeOn = IsoDate.Parse(madeOn),
            RoshLevel = RiskLevel.Low,
            VulnerabilityLevel = RiskLevel.Low,
        };

    public static Case Done(this Case supervised, MilestoneKind kind, string day) =>
        supervised with
        {
            Milestones =
            [
                .. supervised
                    .Milestones.Append(new CompletedMilestone(kind, IsoDate.Parse(day), null))
                    .OrderBy(one => one.CompletedOn)
                    .ThenBy(one => one.Kind),
            ],
        };
}
