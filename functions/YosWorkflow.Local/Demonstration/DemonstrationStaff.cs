using System.Collections.Immutable;
using System.Globalization;
using YosWorkflow.Core.Caseload;

namespace YosWorkflow.Local.Demonstration;

/// <summary>
/// The staff of the demonstration: six teams with a manager, a practice supervisor and seven case managers each, and those above
/// them. A few are as a real list has them: away with and without cover, and not in Entra.
/// </summary>
internal static class DemonstrationStaff
{
    private const int CaseManagersATeam = 7;
    private const string Domain = "yos-demonstration.example";

    /// <summary>The teams.</summary>
    public static readonly ImmutableArray<string> Teams =
    [
        "Central",
        "Coast",
        "East",
        "North",
        "South",
        "West",
    ];

    /// <summary>Everyone.</summary>
    public static ImmutableArray<StaffMember> All { get; } = [.. Make().Select(AsInRealLife)];

    private static IEnumerable<StaffMember> Make()
    {
        var number = 0;
        yield return Member("HOS1", number++, StaffRole.HeadOfService, null, null);
        yield return Member("EPM1", number++, StaffRole.EffectivePracticeManager, null, "HOS1");
        yield return Member("ADM1", number++, StaffRole.Administrator, null, "HOS1");
        for (var team = 1; team <= Teams.Length; team++)
        {
            var (manager, supervisor) = (Id("TM", team), Id("PS", team));
            yield return Member(manager, number++, StaffRole.TeamManager, Teams[team - 1], "HOS1");
            yield return Member(supervisor, number++, StaffRole.PracticeSupervisor, Teams[team - 1], manager);
            for (var one = 1; one <= CaseManagersATeam; one++)
            {
                var id = Id("CM", ((team - 1) * CaseManagersATeam) + one);
                yield return Member(id, number++, StaffRole.CaseManager, Teams[team - 1], supervisor);
            }
        }
    }

    private static StaffMember Member(string id, int number, StaffRole role, string? team, string? manager)
    {
        var name = DemonstrationNames.Of(number);
        return new StaffMember(
            id,
            name,
            $"{name.Replace(' ', '.').ToLowerInvariant()}@{Domain}",
            EntraIdOf(number),
            role,
            team,
            manager,
            Active: true,
            CoveredById: null,
            CanAudit: role is StaffRole.PracticeSupervisor or StaffRole.EffectivePracticeManager
                || (role is StaffRole.CaseManager && number % 3 == 0)
        );
    }

    private static StaffMember AsInRealLife(StaffMember member) =>
        member.StaffId switch
        {
            "CM09" => member with { Active = false, CoveredById = "CM10" },
            "CM31" => member with { Active = false },
            "PS04" => member with { EntraId = null },
            _ => member,
        };

    private static string Id(string prefix, int number) =>
        prefix + number.ToString("00", CultureInfo.InvariantCulture);

    // Made of the number alone, in the form that Entra's ids have.
    private static string EntraIdOf(int number) =>
        new Guid(number + 1, 0x79, 0x4f53, 0x80, 0, 0, 0, 0, 0, 0, 0).ToString();
}
