using System.Collections.Immutable;

namespace YosWorkflow.Core.Audits.Rounds;

/// <summary>How one case of a round stands.</summary>
/// <param name="Case">The case and with whom its audit lies.</param>
/// <param name="Return">The audit's return, or null if nothing of it is saved.</param>
/// <param name="Second">With whom its second check lies, or null if it is not to be checked.</param>
/// <param name="SecondReturn">The second check's return, or null.</param>
/// <param name="Comments">What was said to it, first to last.</param>
/// <param name="Actions">What is to be done because of it.</param>
public sealed record CaseStanding(
    SampledCase Case,
    AuditReturn? Return,
    Assignment? Second,
    AuditReturn? SecondReturn,
    ImmutableArray<AuditComment> Comments,
    ImmutableArray<AuditAction> Actions
)
{
    /// <summary>Whether the audit is in.</summary>
    public bool IsIn => Return is { IsIn: true };

    /// <summary>Whether the second check is in.</summary>
    public bool SecondIsIn => SecondReturn is { IsIn: true };
}

/// <summary>How a round stands, with all its cases.</summary>
/// <param name="Round">The round.</param>
/// <param name="Cases">Its cases, in ordinal order.</param>
public sealed record RoundStanding(AuditRound Round, ImmutableArray<CaseStanding> Cases);
