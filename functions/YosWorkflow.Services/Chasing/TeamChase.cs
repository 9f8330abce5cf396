using System.Collections.Immutable;
using YosWorkflow.Core.Learning;

namespace YosWorkflow.Services.Chasing;

/// <summary>What the chase of a team came to.</summary>
/// <param name="Team">The team.</param>
/// <param name="Cases">How many open cases were looked at.</param>
/// <param name="Notices">The notices that this call decided; a second call of the same day has none.</param>
public sealed record TeamChase(string Team, int Cases, ImmutableArray<StoredNotice> Notices)
{
    /// <summary>The children among the team's open cases.</summary>
    public ChildCounts Children { get; init; }
}
