using System.Collections.Immutable;

namespace YosWorkflow.Core.Audits.Rounds;

/// <summary>With whom a reading of a case lies, the audit itself or its second check.</summary>
/// <param name="ReaderId">With whom; null if nobody may do it.</param>
/// <param name="Since">Since which day; if with nobody, since when that is so.</param>
/// <param name="WhyNobody">Why nobody may do it; null if somebody does.</param>
/// <param name="Before">With whom it lay before, first to last.</param>
public sealed record Assignment(
    string? ReaderId,
    DateOnly Since,
    string? WhyNobody,
    ImmutableArray<string> Before
)
{
    /// <summary>The reading goes to another, or to nobody for a reason.</summary>
    public Assignment PassedOn(string? readerId, string? whyNobody, DateOnly day) =>
        new(readerId, day, whyNobody, ReaderId is null ? Before : [.. Before, ReaderId]);
}
