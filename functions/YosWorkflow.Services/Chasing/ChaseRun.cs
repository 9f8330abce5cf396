using System.Collections.Immutable;
using YosWorkflow.Core.Learning;

namespace YosWorkflow.Services.Chasing;

/// <summary>A team that a chase could not decide on.</summary>
/// <param name="Team">The team.</param>
/// <param name="Reason">Why.</param>
public sealed record FailedTeam(string Team, string Reason);

/// <summary>The chase of a day as it is kept. What was told whom is in the digests of the day.</summary>
public sealed record ChaseRun
{
    /// <summary>The day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>When it was first started.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it was last through with everything, or null while it never was.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Why nobody was to be told at all, such as a bank holiday; null on a working day.</summary>
    public string? WhyNobody { get; init; }

    /// <summary>The teams that failed.</summary>
    public ImmutableArray<FailedTeam> FailedTeams { get; init; } = [];

    /// <summary>How many open cases were looked at.</summary>
    public int Cases { get; init; }

    /// <summary>
    /// The children looked after, in need, or with a child protection plan, by team, as they were recorded that morning; empty if the chase
    /// was not run on its day, or could not read every team.
    /// </summary>
    public ImmutableArray<TeamChildren> Children { get; init; } = [];

    /// <summary>How many storage transactions it made, all its starts together.</summary>
    public long Transactions { get; init; }
}
