using System.Collections.Immutable;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Standards;
using YosWorkflow.Web.Pages.Shared;
using YosWorkflow.Web.Pages.Tables;

namespace YosWorkflow.Web.Pages.Obligations;

/// <summary>Obligations, and how they were chosen.</summary>
public sealed record ObligationsModel
{
    /// <summary>As of which day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Whether that is today.</summary>
    public required bool IsToday { get; init; }

    /// <summary>The teams to choose from.</summary>
    public required ImmutableArray<string> Teams { get; init; }

    /// <summary>The people to choose from, by name: of many only those of the team that was chosen.</summary>
    public required ImmutableArray<StaffMember> People { get; init; }

    /// <summary>Whether there are so many people that a team has to be chosen before one of them can be.</summary>
    public required bool NeedsTeamFirst { get; init; }

    /// <summary>The team that was chosen, or null for all.</summary>
    public string? Team { get; init; }

    /// <summary>The statuses that were chosen; empty for all that is open.</summary>
    public ImmutableHashSet<ObligationStatus> Statuses { get; init; } = [];

    /// <summary>Who was chosen, or null for everyone.</summary>
    public string? OwedBy { get; init; }

    /// <summary>A page of them, the most serious first.</summary>
    public required Paged<OwedItem> Obligations { get; init; }

    /// <summary>That page of them as a table.</summary>
    public required Table Table { get; init; }
}
