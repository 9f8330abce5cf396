using System.Collections.Immutable;
using Azure;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Services.Chasing;

namespace YosWorkflow.Services.Auditing;

/// <summary>A case of a round as it was read.</summary>
/// <param name="Standing">How it stands.</param>
/// <param name="ETag">The version of the case that was read.</param>
/// <param name="ReturnETag">The version of its return, or null if there is none.</param>
/// <param name="SecondETag">The version of with whom its second check lies, or null.</param>
/// <param name="SecondReturnETag">The version of the second check's return, or null.</param>
/// <param name="Told">What was told on it, or null.</param>
/// <param name="ActionETags">The versions of its actions.</param>
public sealed record StoredAudit(
    CaseStanding Standing,
    ETag ETag,
    ETag? ReturnETag,
    ETag? SecondETag,
    ETag? SecondReturnETag,
    ToldOnCase? Told,
    IReadOnlyDictionary<string, ETag> ActionETags
);

/// <summary>A round as it was read.</summary>
/// <param name="Round">The round.</param>
/// <param name="ETag">The version of the round that was read.</param>
/// <param name="Cases">Its cases, or those that were asked for, in ordinal order.</param>
public sealed record StoredRound(AuditRound Round, ETag ETag, ImmutableArray<StoredAudit> Cases)
{
    /// <summary>How it stands.</summary>
    public RoundStanding Standing { get; } = new(Round, [.. Cases.Select(item => item.Standing)]);
}

/// <summary>A round in the list of rounds.</summary>
/// <param name="Id">The round.</param>
/// <param name="IsLive">Whether something of it may still have to be told.</param>
/// <param name="ETag">The version that was read.</param>
public sealed record ListedRound(RoundId Id, bool IsLive, ETag ETag);

/// <summary>Who was to audit what when a round was allocated.</summary>
/// <param name="Cases">The cases with their auditors, in ordinal order.</param>
public sealed record RoundAllocation(ImmutableArray<SampledCase> Cases);
