using System.Collections.Immutable;
using YosWorkflow.Core.Calendar;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Standards;

namespace YosWorkflow.Core.Tests;

/// <summary>Cases, staff and days as tests need them.</summary>
internal static class Example
{
    public static DateOnly Day(string iso) => IsoDate.Parse(iso);

    public static Case Case(OrderType order, string made, params CompletedMilestone[] done) =>
        new()
        {
            CaseRef = "K1",
            Team = "North",
            CaseManagerId = "CM1",
            OrderType = order,
            OrderMadeOn = Day(made),
            Milestones = [.. done.OrderBy(one => one.CompletedOn).ThenBy(one => one.Kind)],
        };

    public static CompletedMilestone Done(MilestoneKind kind, string on) => new(kind, Day(on), "CM1");

    public static StaffMember Member(
        string staffId,
        StaffRole role,
        string? team = "North",
        string? manager = null,
        bool active = true,
        string? cover = null,
        string? entraId = "entra"
    ) =>
        new(
            staffId,
            $"Name of {staffId}",
            $"{staffId}@kent.example",
            entraId,
            role,
            team,
            manager,
            active,
            cover,
            CanAudit: false
        );

    /// <summary>A case manager, their practice supervisor, the team manager and the head of service.</summary>
    public static Staff Everyone { get; } = StaffOf();

    /// <summary>The same with some members replaced or added.</summary>
    public static Staff StaffOf(params StaffMember[] others) =>
        new([
            Member("CM1", StaffRole.CaseManager, manager: "PS1"),
            Member("PS1", StaffRole.PracticeSupervisor, manager: "TM1"),
            Member("TM1", StaffRole.TeamManager, manager: "HOS1"),
            Member("HOS1", StaffRole.HeadOfService, team: null),
            .. others,
        ]);

    public static ImmutableArray<Obligation> Read(
        Case supervised,
        string asOf,
        Staff? staff = null,
        DayZero dayZero = DayZero.Excluded
    )
    {
        var reader = new ObligationReader(
            StandardsPacks.Load(StandardsPacks.Default),
            WorkingDayCalendar.EnglandAndWales,
            staff ?? Everyone,
            dayZero
        );
        var obligations = new List<Obligation>();
        reader.Read(supervised, Day(asOf), obligations);
        return [.. obligations];
    }

    /// <summary>What is owed under one rule, a line each: when the clock started, when it is due, how it stands.</summary>
    public static string[] Read(string ruleId, Case supervised, string asOf) =>
        [
            .. Read(supervised, asOf)
                .Where(owed => owed.Rule.RuleId == ruleId)
                .Select(owed =>
                    $"{IsoDate.Format(owed.ClockStarted)} {IsoDate.Format(owed.DueOn)} {Codes<ObligationStatus>.Of(owed.Status)}"
                ),
        ];
}
