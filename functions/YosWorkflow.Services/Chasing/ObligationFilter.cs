using System.Collections.Immutable;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Standards;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Chasing;

/// <summary>
/// Which obligations are asked for, and by whom: what is not theirs to see is as if it did not exist. What else is left out does not
/// narrow the choice.
/// </summary>
public sealed record ObligationFilter
{
    /// <summary>The statuses of what still has to be met.</summary>
    public static ImmutableHashSet<ObligationStatus> Open { get; } =
    [ObligationStatus.Upcoming, ObligationStatus.DueToday, ObligationStatus.Overdue];

    /// <summary>Who asks.</summary>
    public required Viewer SeenBy { get; init; }

    /// <summary>Only of this team, or null.</summary>
    public string? Team { get; init; }

    /// <summary>Only of these statuses; empty: of any.</summary>
    public ImmutableHashSet<ObligationStatus> Statuses { get; init; } = [];

    /// <summary>Only what this person owes by role, or null.</summary>
    public string? OwedById { get; init; }

    /// <summary>Only on cases that somebody holds, supervises or manages, or null.</summary>
    public Concern? Concerning { get; init; }

    /// <summary>Only what is due on this day or earlier, or null.</summary>
    public DateOnly? DueThrough { get; init; }

    /// <summary>Whether who was told, and what was acknowledged, is asked for too; without it, half as much is read.</summary>
    public bool WithRecord { get; init; } = true;

    /// <summary>Whether anything of a team can be asked for.</summary>
    internal bool NeedsTeam(TeamOfCases team) =>
        (Team is null || string.Equals(team.Name, Team, StringComparison.Ordinal))
        && team.MayBeHeldBy(holder => IsOfCase(team.Name, holder));

    /// <summary>Whether what is owed on a case is asked for.</summary>
    internal bool NeedsCase(Case supervised) => IsOfCase(supervised.Team, supervised.CaseManagerId);

    /// <summary>Whether only cases that can still have anything open have to be read.</summary>
    internal bool NeedsOnlyOpenCases => !Statuses.IsEmpty && Statuses.IsSubsetOf(Open);

    private bool IsOfCase(string team, string caseManagerId) =>
        SeenBy.Sees(team, caseManagerId) && Concerning?.On(team, caseManagerId) != false;

    /// <summary>Whether an obligation is asked for. Its team is not looked at.</summary>
    internal bool Fits(in Obligation obligation) =>
        (Statuses.IsEmpty || Statuses.Contains(obligation.Status))
        && (DueThrough is not { } last || obligation.DueOn <= last)
        && (OwedById is null || string.Equals(obligation.OwedById, OwedById, StringComparison.Ordinal));
}
