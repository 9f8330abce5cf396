using System.Collections.Immutable;
using Azure;
using YosWorkflow.Core.Chasing;

namespace YosWorkflow.Services.Delivery;

/// <summary>A digest as the outbox keeps it. No address is kept: it is looked up when the digest is sent.</summary>
public sealed record StoredDigest
{
    /// <summary>Which digest it is.</summary>
    public required DigestKey Key { get; init; }

    /// <summary>What it tells, most serious first.</summary>
    public ImmutableArray<NoticeItem> Items { get; init; } = [];

    /// <summary>The keys of the notices it was composed from, so that none is put into two digests.</summary>
    public ImmutableArray<string> NoticeKeys { get; init; } = [];

    /// <summary>For an administrator's digest: what could not be delivered, a line each. Empty otherwise.</summary>
    public ImmutableArray<string> Undelivered { get; init; } = [];

    /// <summary>Where it is on its way.</summary>
    public DigestState State { get; init; }

    /// <summary>When it was inserted.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>How often sending was tried.</summary>
    public int Attempts { get; init; }

    /// <summary>By which <see cref="Claimant"/> it was claimed last; null if by none, or if only its grace time counts.</summary>
    public string? ClaimedBy { get; init; }

    /// <summary>Before when it is not to be tried again; null: any time.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>When its state last changed.</summary>
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>Why it failed, was parked or was cancelled; null otherwise. It names no address.</summary>
    public string? Reason { get; init; }

    /// <summary>Why it was refused, if it was, for those who count the reasons; null otherwise.</summary>
    public RefusalCause? Cause { get; init; }

    /// <summary>Whether it may have reached the person twice, because a sender died after claiming it.</summary>
    public bool MayBeDoubled { get; init; }

    /// <summary>The provider's own id of the message, if it gave one.</summary>
    public string? ProviderId { get; init; }

    /// <summary>
    /// Whether the administrators were told that it is parked, or that it went by email because Teams did not let us.
    /// </summary>
    public bool ParkedTold { get; init; }

    /// <summary>When a person had it tried again after it was parked; null if nobody did.</summary>
    public DateTimeOffset? RetriedAt { get; init; }

    /// <summary>The latest delivery event that counts, see <see cref="DeliveryEventOrder"/>; null if there was none.</summary>
    public DeliveryEventKind? LastEvent { get; init; }

    /// <summary>When that event happened; null if there was none.</summary>
    public DateTimeOffset? LastEventAt { get; init; }

    /// <summary>The version that was read; a write on another version fails.</summary>
    public ETag ETag { get; init; }
}
