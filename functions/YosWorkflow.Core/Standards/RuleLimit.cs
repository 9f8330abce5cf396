using System.Collections.Immutable;
using YosWorkflow.Core.Calendar;
using YosWorkflow.Core.Caseload;

namespace YosWorkflow.Core.Standards;

/// <summary>A limit of a rule and the cases for which it counts.</summary>
/// <param name="Limit">How long after the clock started it is due.</param>
/// <param name="OrderTypes">For which orders; empty: for any.</param>
/// <param name="InterventionLevel">For which intervention level, or null for any.</param>
/// <param name="Repeat">Whether it counts for the first occurrence (false), those after it (true), or both (null).</param>
public sealed record RuleLimit(
    Limit Limit,
    ImmutableArray<OrderType> OrderTypes,
    InterventionLevel? InterventionLevel,
    bool? Repeat
)
{
    /// <summary>Whether it counts for a case.</summary>
    /// <param name="order">The case's order.</param>
    /// <param name="level">The case's intervention level, if it is known.</param>
    /// <param name="repeat">Whether it is an occurrence after the first.</param>
    public bool Counts(OrderType order, InterventionLevel? level, bool repeat) =>
        (OrderTypes.IsEmpty || OrderTypes.Contains(order))
        && (InterventionLevel is null || InterventionLevel == level)
        && (Repeat is null || Repeat == repeat);
}
