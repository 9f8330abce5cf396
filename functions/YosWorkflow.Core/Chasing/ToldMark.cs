using System.Collections.Immutable;

namespace YosWorkflow.Core.Chasing;

/// <summary>That an audience was told a step of an occurrence. Marks are kept for good, so that nobody is told it twice.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="ClockStarted">The day the occurrence's clock started.</param>
/// <param name="Audience">Who was told.</param>
/// <param name="Step">The step.</param>
/// <param name="Repeat">How often the step had been reached again, from 0.</param>
public readonly record struct ToldMark(
    string RuleId,
    DateOnly ClockStarted,
    Audience Audience,
    ChaseStep Step,
    int Repeat
)
{
    /// <summary>Whether this mark is of the same occurrence and audience, and of a step as late as another or later.</summary>
    public bool Covers(in ToldMark other) =>
        Audience == other.Audience
        && ClockStarted == other.ClockStarted
        && string.Equals(RuleId, other.RuleId, StringComparison.Ordinal)
        && (Step, Repeat).CompareTo((other.Step, other.Repeat)) >= 0;

    /// <summary>Whether another mark takes this one's place: the same occurrence and audience.</summary>
    public bool IsReplacedBy(in ToldMark other) =>
        Audience == other.Audience
        && ClockStarted == other.ClockStarted
        && string.Equals(RuleId, other.RuleId, StringComparison.Ordinal);

    /// <summary>Whether any of these marks covers this one.</summary>
    internal bool IsCoveredBy(ImmutableArray<ToldMark> marks)
    {
        foreach (var mark in marks)
        {
            if (mark.Covers(this))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The marks with this one in the place of the one it replaces.</summary>
    internal ImmutableArray<ToldMark> AddTo(ImmutableArray<ToldMark> marks)
    {
        var added = this;
        return [.. marks.Where(old => !old.IsReplacedBy(added)), added];
    }
}
