using YosWorkflow.Core.Standards;

namespace YosWorkflow.Core.Chasing;

/// <summary>
/// A supervisor's word on an overdue obligation: why it is late and by when it will be done. Chasing of that occurrence rests
/// until then; the acknowledgement itself is kept for good as evidence of oversight.
/// </summary>
/// <param name="CaseRef">The case.</param>
/// <param name="RuleId">The rule.</param>
/// <param name="ClockStarted">The day the occurrence's clock started.</param>
/// <param name="ById">Who acknowledges it.</param>
/// <param name="At">When they did.</param>
/// <param name="Reason">Why it is late, in their words.</param>
/// <param name="Until">The new date; chasing rests up to and including it.</param>
public sealed record Acknowledgement(
    string CaseRef,
    string RuleId,
    DateOnly ClockStarted,
    string ById,
    DateTimeOffset At,
    string Reason,
    DateOnly Until
)
{
    /// <summary>Whether chasing of an obligation of this case rests by it on a day.</summary>
    public bool Rests(in Obligation obligation, DateOnly day) =>
        Until >= day
        && ClockStarted == obligation.ClockStarted
        && string.Equals(RuleId, obligation.Rule.RuleId, StringComparison.Ordinal);
}
