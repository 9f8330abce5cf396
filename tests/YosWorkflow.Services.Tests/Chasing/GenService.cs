using CsCheck;
using YosWorkflow.Core.Caseload;

namespace YosWorkflow.Services.Tests.Chasing;

/// <summary>A staff list and a caseload that belong together.</summary>
internal sealed record GeneratedService(Staff Staff, IReadOnlyList<Case> Cases);

/// <summary>
/// Generates services as they are and as they should not be: people away with and without cover, in circles, without a Teams account
/// or an address, without a supervisor; cases of people whom nobody knows; everything at some step of the ladder.
/// </summary>
internal static class GenService
{
    private static readonly string[] Teams = ["North", "South", "O'Hara & Söhne"];
    private static readonly DateOnly First = Small.Day.AddDays(-100);

    public static Gen<GeneratedService> Service { get; } =
        from people in People()
        from cases in CaseOf(people).Array[0, 25]
        select new GeneratedService(
            new Staff(people),
            [.. cases.Select((one, number) => one with { CaseRef = $"K{number:D2}" })]
        );

    private static Gen<T> Any<T>(T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static Gen<StaffMember[]> People()
    {
        (string Id, StaffRole Role, string? Team, string? Manager)[] posts =
        [
            ("HOS", StaffRole.HeadOfService, null, null),
            ("ADM", StaffRole.Administrator, null, "HOS"),
            .. Teams.SelectMany(
                (team, number) =>
                    new (string, StaffRole, string?, string?)[]
                    {
                        ($"TM{number}", StaffRole.TeamManager, team, "HOS"),
                        ($"PS{number}", StaffRole.PracticeSupervisor, team, $"TM{number}"),
                        ($"CM{number}A", StaffRole.CaseManager, team, $"PS{number}"),
                        ($"CM{number}B", StaffRole.CaseManager, team, $"PS{number}"),
                    }
            ),
        ];
        var ids = posts.Select(post => post.Id).ToArray();
        return Gen.Select(
                Gen.Frequency((6, Gen.Const(true)), (1, Gen.Const(false))).Array[posts.Length],
                Gen.Frequency((5, Gen.Const(true)), (1, Gen.Const(false))).Array[posts.Length],
                Gen.Frequency((1, Any(ids).Select(id => (string?)id)), (1, Gen.Const((string?)null))).Array[
                    posts.Length
                ],
                Gen.Frequency((8, Gen.Const(0)), (1, Gen.Const(1)), (1, Gen.Const(2))).Array[posts.Length]
            )
            .Select(
                (active, hasTeams, cover, oddity) =>
                    posts
                        .Select(
                            (post, index) =>
                                Small.Member(post.Id, post.Role, post.Team, post.Manager) with
                                {
                                    Active = active[index],
                                    EntraId = hasTeams[index] ? $"entra-{post.Id}" : null,
                                    CoveredById = cover[index],
                                    LineManagerId = oddity[index] == 1 ? null : post.Manager,
                                    Email = oddity[index] == 2 ? "" : $"{post.Id}@yos.example",
                                }
                        )
                        .ToArray()
            );
    }

    private static Gen<Case> CaseOf(StaffMember[] people) =>
        from team in Any(Teams)
        from manager in Any([
            .. people.Where(one => one.Role == StaffRole.CaseManager).Select(one => one.StaffId),
            "GONE",
        ])
        from order in Gen.Enum<OrderType>()
        from made in Gen.Int[0, 110]
        from levels in Gen.Enum<RiskLevel>().Array[2]
        from done in Gen.Select(Gen.Enum<MilestoneKind>(), Gen.Int[0, 110]).Array[0, 6]
        from closed in Gen.Frequency(
            (6, Gen.Const((int?)null)),
            (1, Gen.Int[80, 120].Select(day => (int?)day))
        )
        select new Case
        {
            CaseRef = "",
            Team = team,
            CaseManagerId = manager,
            OrderType = order,
            OrderMadeOn = First.AddDays(made),
            ClosedOn = closed is { } day ? First.AddDays(day) : null,
            RoshLevel = levels[0],
            VulnerabilityLevel = levels[1],
            Milestones =
            [
                .. done.DistinctBy(one => one)
                    .Select(one => new CompletedMilestone(one.Item1, First.AddDays(one.Item2), null))
                    .OrderBy(one => one.CompletedOn)
                    .ThenBy(one => one.Kind),
            ],
        };
}
