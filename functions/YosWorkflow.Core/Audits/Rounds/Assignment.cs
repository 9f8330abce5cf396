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
    /// <summary>How the lead gave it to others, first to last; what the rules did by themselves is not among it.</summary>
    public ImmutableArray<HandOver> HandOvers { get; init; } = [];

    /// <summary>The reading goes to another, or to nobody for a reason.</summary>
    public Assignment PassedOn(string? readerId, string? whyNobody, DateOnly day) =>
        this with
        {
            ReaderId = readerId,
            Since = day,
            WhyNobody = whyNobody,
            Before = ReaderId is null ? Before : [.. Before, ReaderId],
        };

    /// <summary>The lead gives the reading to another.</summary>
    public Assignment GivenTo(string readerId, string byId, string reason, DateOnly day) =>
        PassedOn(readerId, whyNobody: null, day) with
        {
            HandOvers = [.. HandOvers, new HandOver(ReaderId, readerId, day, byId, reason)],
        };
}

/// <summary>That the lead gave a reading to another.</summary>
/// <param name="FromId">With whom it lay; null if with nobody.</param>
/// <param name="ToId">With whom it lies from then on.</param>
/// <param name="On">On which day.</param>
/// <param name="ById">Who gave it.</param>
/// <param name="Reason">Why.</param>
public sealed record HandOver(string? FromId, string ToId, DateOnly On, string ById, string Reason);
