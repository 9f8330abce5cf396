using System.Collections.Immutable;

namespace YosWorkflow.Core.Caseload;

/// <summary>One intervention with a child: an order or remand that the service supervises. It never holds a child's name.</summary>
public sealed record Case
{
    /// <summary>The case's reference, the only thing by which a message or a log names it.</summary>
    public required string CaseRef { get; init; }

    /// <summary>The team that holds the case.</summary>
    public required string Team { get; init; }

    /// <summary>The case manager's staff id; it may be unknown to the staff list.</summary>
    public required string CaseManagerId { get; init; }

    /// <summary>The kind of order.</summary>
    public required OrderType OrderType { get; init; }

    /// <summary>The day the order was made.</summary>
    public required DateOnly OrderMadeOn { get; init; }

    /// <summary>The order's last day, or null if it is not known.</summary>
    public DateOnly? OrderEndsOn { get; init; }

    /// <summary>The day the case was closed, or null while it is open. On that day it is closed already.</summary>
    public DateOnly? ClosedOn { get; init; }

    /// <summary>How intensive the intervention is, or null.</summary>
    public InterventionLevel? InterventionLevel { get; init; }

    /// <summary>The risk of serious harm (ROSH), or null if it was not assessed.</summary>
    public RiskLevel? RoshLevel { get; init; }

    /// <summary>Since when the ROSH level holds; null: since the order was made.</summary>
    public DateOnly? RoshLevelSince { get; init; }

    /// <summary>The child's vulnerability, or null if it was not assessed.</summary>
    public RiskLevel? VulnerabilityLevel { get; init; }

    /// <summary>Since when the vulnerability level holds; null: since the order was made.</summary>
    public DateOnly? VulnerabilityLevelSince { get; init; }

    /// <summary>The first day in custody, or null.</summary>
    public DateOnly? CustodyFrom { get; init; }

    /// <summary>The day of release from custody, or null. On that day the child is no longer in custody.</summary>
    public DateOnly? CustodyReleasedOn { get; init; }

    /// <summary>The secure establishment, or null.</summary>
    public string? SecureEstablishment { get; init; }

    /// <summary>Whether the child is looked after.</summary>
    public LookedAfter LookedAfter { get; init; }

    /// <summary>Whether the child is a child in need.</summary>
    public bool ChildInNeed { get; init; }

    /// <summary>Whether the child has a child protection plan.</summary>
    public bool ChildProtectionPlan { get; init; }

    /// <summary>What was completed, ordered by day and then kind.</summary>
    public ImmutableArray<CompletedMilestone> Milestones { get; init; } = [];

    /// <summary>The last day on which anything of the case can be open: the day before it was closed, or the order's last.</summary>
    public DateOnly OpenThrough
    {
        get
        {
            var lastBeforeClosing = ClosedOn is { } closed ? closed.AddDays(-1) : DateOnly.MaxValue;
            return OrderEndsOn is { } ends && ends < lastBeforeClosing ? ends : lastBeforeClosing;
        }
    }

    /// <summary>Whether risk of serious harm or vulnerability is high or very high on a day.</summary>
    public bool IsHighRiskOn(DateOnly day) =>
        IsHighOn(RoshLevel, RoshLevelSince, day)
        || IsHighOn(VulnerabilityLevel, VulnerabilityLevelSince, day);

    private bool IsHighOn(RiskLevel? level, DateOnly? since, DateOnly day) =>
        level >= RiskLevel.High && (since ?? OrderMadeOn) <= day;
}
