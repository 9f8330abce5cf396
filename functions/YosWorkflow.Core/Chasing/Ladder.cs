using System.Collections.Immutable;

namespace YosWorkflow.Core.Chasing;

/// <summary>The ladder by which obligations are chased: its steps, least serious first.</summary>
/// <param name="LadderId">Its identifier.</param>
/// <param name="Version">Its version, from 1.</param>
/// <param name="Steps">Its steps.</param>
public sealed record Ladder(string LadderId, int Version, ImmutableArray<LadderStep> Steps)
{
    /// <summary>The ladder that comes with the software.</summary>
    public static Ladder Default { get; } = LadderFile.ReadDefault();

    /// <summary>
    /// The latest step that an audience has reached at an offset, and how often; null if there is none. Steps that missed days
    /// skipped collapse into it.
    /// </summary>
    public (LadderStep Step, int Repeat)? LatestFor(Audience audience, int offset, bool highRisk)
    {
        for (var index = Steps.Length - 1; index >= 0; index--)
        {
            var step = Steps[index];
            if (
                step.ReachedAt(offset, highRisk) is { } repeat
                && !step.ChannelsTo(audience, highRisk).IsEmpty
            )
            {
                return (step, repeat);
            }
        }

        return null;
    }
}
