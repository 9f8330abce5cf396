using System.Collections.Immutable;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Standards;
using YosWorkflow.Web.Pages.Shared;

namespace YosWorkflow.Web.Pages.Obligations;

/// <summary>A page of obligations, and how they were chosen.</summary>
public sealed record ObligationsModel
{
    /// <summary>As of which day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Whether that is today.</summary>
    public required bool IsToday { get; init; }

    /// <summary>The teams to choose from.</summary>
    public required ImmutableArray<string> Teams { get; init; }

    /// <summary>The people to choose from, by name.</summary>
    public required ImmutableArray<StaffMember> People { get; init; }

    /// <summary>The team that was chosen, or null for all.</summary>
    public string? Team { get; init; }

    /// <summary>The status that was chosen, or null for all that is open.</summary>
    public ObligationStatus? Status { get; init; }

    /// <summary>Who was chosen, or null for everyone.</summary>
    public string? OwedBy { get; init; }

    /// <summary>How many obligations there are on all pages.</summary>
    public required int Total { get; init; }

    /// <summary>Which page it is, from 1.</summary>
    public required int Page { get; init; }

    /// <summary>How many pages there are; at least 1.</summary>
    public required int Pages { get; init; }

    /// <summary>What stands on this page, the most serious first.</summary>
    public required ImmutableArray<OwedItem> Items { get; init; }
}
