using System.Collections.Immutable;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Standards;

namespace YosWorkflow.Web.Pages.Acknowledge;

/// <summary>Something overdue, and the form by which it is acknowledged.</summary>
public sealed record AcknowledgeModel
{
    /// <summary>What is overdue.</summary>
    public required Obligation Overdue { get; init; }

    /// <summary>Who owes it, in words.</summary>
    public required string OwnerName { get; init; }

    /// <summary>What was typed.</summary>
    public required AcknowledgeForm Form { get; init; }

    /// <summary>What was acknowledged of it before, the latest first.</summary>
    public required ImmutableArray<Acknowledged> Earlier { get; init; }

    /// <summary>Whether the latest of it has just been kept.</summary>
    public bool JustKept { get; init; }

    /// <summary>Whether the page of its team is theirs to open.</summary>
    public required bool SeesTeam { get; init; }

    /// <summary>The case.</summary>
    public Case Case => Overdue.Case;
}

/// <summary>An acknowledgement, in words.</summary>
/// <param name="At">When.</param>
/// <param name="By">By whom.</param>
/// <param name="Reason">Why it is late.</param>
/// <param name="Until">The new date.</param>
public sealed record Acknowledged(string At, string By, string Reason, DateOnly Until);
