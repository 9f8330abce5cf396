namespace YosWorkflow.Core.Chasing;

/// <summary>That an audience was told a step of an occurrence. Marks are kept for good, so that nobody is told it twice.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="ClockStarted">The day the occurrence's clock started.</param>
/// <param name="Audience">Who was told.</param>
/// <param name="Step">The step.</param>
/// <param name="Repeat">How often the step had been reached again, from 0.</param>
/// <param name="PersonId">Who was told as that audience, who may have stood in for somebody; empty if it was not kept.</param>
/// <param name="On">The day of the chase that told it; null if it was not kept. It tells no two marks apart.</param>
public readonly record struct ToldMark(
    string RuleId,
    DateOnly ClockStarted,
    Audience Audience,
    ChaseStep Step,
    int Repeat,
    string PersonId = "",
    DateOnly? On = null
)
{
    /// <summary>Whether this mark is of the same occurrence and audience, and of a step as late as another or later.</summary>
    public bool Covers(in ToldMark other) =>
        Audience == other.Audience
        && ClockStarted == other.ClockStarted
        && string.Equals(RuleId, other.RuleId, StringComparison.Ordinal)
        && (Step, Repeat).CompareTo((other.Step, other.Repeat)) >= 0;

    /// <summary>Whether this mark is of the same occurrence, step and person as another, whatever part they played.</summary>
    public bool ToldSamePerson(in ToldMark other) =>
        (Step, Repeat, ClockStarted) == (other.Step, other.Repeat, other.ClockStarted)
        && string.Equals(RuleId, other.RuleId, StringComparison.Ordinal)
        && string.Equals(PersonId, other.PersonId, StringComparison.Ordinal);

    /// <summary>Whether another mark takes this one's place: the same occurrence and audience.</summary>
    public bool IsReplacedBy(in ToldMark other) =>
        Audience == other.Audience
        && ClockStarted == other.ClockStarted
        && string.Equals(RuleId, other.RuleId, StringComparison.Ordinal);
}
