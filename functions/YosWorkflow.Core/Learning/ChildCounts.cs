using System.Text.Json.Serialization;
using YosWorkflow.Core.Caseload;

namespace YosWorkflow.Core.Learning;

/// <summary>
/// Of how many open cases the child is looked after, in need, or has a child protection plan. A case is an intervention: a child with two
/// counts twice. One child may be several of these, so that the counts do not add up to <paramref name="Any"/>.
/// </summary>
/// <param name="Open">The open cases.</param>
/// <param name="OwnAuthority">Looked after by this local authority.</param>
/// <param name="OtherAuthority">Looked after by another one.</param>
/// <param name="InNeed">A child in need.</param>
/// <param name="ProtectionPlan">With a child protection plan.</param>
/// <param name="Any">At least one of these.</param>
public readonly record struct ChildCounts(
    int Open,
    int OwnAuthority,
    int OtherAuthority,
    int InNeed,
    int ProtectionPlan,
    int Any
)
{
    /// <summary>Looked after, by whichever authority.</summary>
    [JsonIgnore]
    public int LookedAfter => OwnAuthority + OtherAuthority;

    /// <summary>The count of one open case.</summary>
    public static ChildCounts Of(Case open)
    {
        var isAny =
            open.LookedAfter != Caseload.LookedAfter.None || open.ChildInNeed || open.ChildProtectionPlan;
        return new ChildCounts(
            1,
            One(open.LookedAfter == Caseload.LookedAfter.Own),
            One(open.LookedAfter == Caseload.LookedAfter.Other),
            One(open.ChildInNeed),
            One(open.ChildProtectionPlan),
            One(isAny)
        );
    }

    /// <summary>Both together.</summary>
    public static ChildCounts operator +(ChildCounts a, ChildCounts b) =>
        new(
            a.Open + b.Open,
            a.OwnAuthority + b.OwnAuthority,
            a.OtherAuthority + b.OtherAuthority,
            a.InNeed + b.InNeed,
            a.ProtectionPlan + b.ProtectionPlan,
            a.Any + b.Any
        );

    private static int One(bool holds) => holds ? 1 : 0;
}
