using System.Collections.Immutable;
using YosWorkflow.Core.Calendar;
using YosWorkflow.Core.Caseload;

namespace YosWorkflow.Core.Standards;

/// <summary>A rule of a standards pack: what is owed on which cases, by whom, by when, and where that comes from.</summary>
public sealed record Rule
{
    /// <summary>The rule's identifier, such as <c>initial-plan</c>.</summary>
    public required string RuleId { get; init; }

    /// <summary>What is owed, in a few plain words, such as “Initial intervention plan”.</summary>
    public required string Title { get; init; }

    /// <summary>What the person who owes it is to do, as a sentence without a full stop.</summary>
    public required string Action { get; init; }

    /// <summary>Whether obligations are raised by it.</summary>
    public required bool On { get; init; }

    /// <summary>To which orders it applies; empty: to any.</summary>
    public ImmutableArray<OrderType> OrderTypes { get; init; } = [];

    /// <summary>What must hold of the case besides.</summary>
    public RuleCondition Condition { get; init; }

    /// <summary>What starts its clock.</summary>
    public required ClockStart Clock { get; init; }

    /// <summary>Its limits; the first whose conditions hold is the one that counts.</summary>
    public required ImmutableArray<RuleLimit> Limits { get; init; }

    /// <summary>Whether each milestone that meets it starts the clock of a next occurrence.</summary>
    public bool Repeats { get; init; }

    /// <summary>Which milestone meets it.</summary>
    public required MilestoneKind MetBy { get; init; }

    /// <summary>Who owes it: <see cref="StaffRole.CaseManager"/> or <see cref="StaffRole.PracticeSupervisor"/>.</summary>
    public required StaffRole OwedBy { get; init; }

    /// <summary>How sure its limit is.</summary>
    public required Certainty Certainty { get; init; }

    /// <summary>Where it comes from: the document and, where known, the clause.</summary>
    public required string Source { get; init; }

    /// <summary>What a manager should know before relying on it, or null.</summary>
    public string? Note { get; init; }

    /// <summary>Whether it can apply to an order at all, whatever else must hold.</summary>
    public bool AppliesTo(OrderType order) => OrderTypes.IsEmpty || OrderTypes.Contains(order);

    /// <summary>The limit that counts, or null if it has none for such a case.</summary>
    /// <param name="order">The case's order.</param>
    /// <param name="level">The case's intervention level, if it is known.</param>
    /// <param name="repeat">Whether it is an occurrence after the first.</param>
    public Limit? LimitFor(OrderType order, InterventionLevel? level, bool repeat)
    {
        foreach (var limit in Limits)
        {
            if (limit.Counts(order, level, repeat))
            {
                return limit.Limit;
            }
        }

        return null;
    }
}
