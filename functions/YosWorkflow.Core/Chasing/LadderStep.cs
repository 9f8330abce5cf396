using System.Collections.Immutable;

namespace YosWorkflow.Core.Chasing;

/// <summary>Who is told at a step of the ladder, and by which ways.</summary>
/// <param name="Audience">Who.</param>
/// <param name="By">By which ways.</param>
public sealed record LadderAudience(Audience Audience, ImmutableArray<Channel> By);

/// <summary>A step of the ladder.</summary>
/// <param name="Step">Which.</param>
/// <param name="At">How many working days from the due date it is reached; negative before it.</param>
/// <param name="Every">After how many more working days it is reached again; null: once.</param>
/// <param name="Tells">Who is told.</param>
/// <param name="HighRiskAt">When it is reached instead where risk of serious harm or vulnerability is high; null: as <paramref name="At"/>.</param>
/// <param name="HighRiskTells">Who is told besides, where it is high.</param>
public sealed record LadderStep(
    ChaseStep Step,
    int At,
    int? Every,
    ImmutableArray<LadderAudience> Tells,
    int? HighRiskAt,
    ImmutableArray<LadderAudience> HighRiskTells
)
{
    /// <summary>
    /// How often the step has been reached again at an offset, from 0 at its first time; null if it has not been reached.
    /// </summary>
    /// <param name="offset">The working days from the due date; negative before it.</param>
    /// <param name="highRisk">Whether risk is high.</param>
    public int? ReachedAt(int offset, bool highRisk)
    {
        var beyond = offset - (highRisk ? HighRiskAt ?? At : At);
        return beyond < 0 ? null
            : Every is { } every ? beyond / every
            : 0;
    }

    /// <summary>By which ways an audience is told; empty if the step is not for it.</summary>
    public ImmutableArray<Channel> ChannelsTo(Audience audience, bool highRisk)
    {
        foreach (var told in highRisk ? Tells.AddRange(HighRiskTells) : Tells)
        {
            if (told.Audience == audience)
            {
                return told.By;
            }
        }

        return [];
    }
}
