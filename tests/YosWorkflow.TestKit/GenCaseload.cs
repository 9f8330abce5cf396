using System.Collections.Immutable;
using CsCheck;
using YosWorkflow.Core.Caseload;

namespace YosWorkflow.TestKit;

/// <summary>Generators of cases and milestones for property tests.</summary>
public static class GenCaseload
{
    /// <summary>Days from 2008 to 2013.</summary>
    public static Gen<DateOnly> Day { get; } =
        Gen.Date[new DateTime(2008, 1, 1), new DateTime(2013, 12, 31)].Select(DateOnly.FromDateTime);

    /// <summary>Identifiers as they may come, with signs that queries and packed texts have to cope with.</summary>
    public static Gen<string> Id { get; } = Gen.String[Gen.Char["AZaz09 '%&+-_.,;:=\"<>~éŁ中"], 1, 12];

    /// <summary>Completed milestones, ordered as a case holds them, none twice.</summary>
    public static Gen<ImmutableArray<CompletedMilestone>> Milestones { get; } =
        Gen.Select(
                Gen.Enum<MilestoneKind>(),
                Day,
                Gen.OneOf(Gen.Const((string?)null), Id),
                (kind, day, recorder) => new CompletedMilestone(kind, day, recorder)
            )
            .Array[0, 30]
            .Select(some =>
                some.DistinctBy(one => (one.Kind, one.CompletedOn))
                    .OrderBy(one => one.CompletedOn)
                    .ThenBy(one => one.Kind)
                    .ToImmutableArray()
            );

    /// <summary>Cases with everything set in some of them.</summary>
    public static Gen<Case> Case { get; } =
        from caseRef in Id
        from team in Id
        from manager in Id
        from order in Gen.Enum<OrderType>()
        from made in Day
        from days in OrNull(Day).Array[6]
        from intervention in OrNull(Gen.Enum<InterventionLevel>())
        from levels in OrNull(Gen.Enum<RiskLevel>()).Array[2]
        from establishment in Gen.OneOf(Gen.Const((string?)null), Gen.String[Gen.Char["Ab |'"], 1, 9])
        from lookedAfter in Gen.Enum<LookedAfter>()
        from flags in Gen.Bool.Array[2]
        from milestones in Milestones
        select new Case
        {
            CaseRef = caseRef,
            Team = team,
            CaseManagerId = manager,
            OrderType = order,
            OrderMadeOn = made,
            OrderEndsOn = days[0],
            ClosedOn = days[1],
            InterventionLevel = intervention,
            RoshLevel = levels[0],
            RoshLevelSince = days[2],
            VulnerabilityLevel = levels[1],
            VulnerabilityLevelSince = days[3],
            CustodyFrom = days[4],
            CustodyReleasedOn = days[5],
            SecureEstablishment = establishment,
            LookedAfter = lookedAfter,
            ChildInNeed = flags[0],
            ChildProtectionPlan = flags[1],
            Milestones = milestones,
        };

    private static Gen<T?> OrNull<T>(Gen<T> gen)
        where T : struct => Gen.OneOf(Gen.Const((T?)null), gen.Select(value => (T?)value));
}
