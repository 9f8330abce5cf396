using YosWorkflow.Core.Chasing;

namespace YosWorkflow.Services.Delivery;

/// <summary>
/// What delivery events make of a digest. Events come twice and in any order, so a digest keeps the greatest it has seen, by an
/// order in which no two different events are alike, and only a greater one moves it: whatever the order in which they came, the
/// end is the same.
/// </summary>
/// <remarks>
/// The order: what is final (delivered, dropped, bounce) counts more than what is on the way (processed, deferred); of two final
/// events the later, since a mailbox that took an email may still return it, and an email that was tried again may arrive; within
/// a second the worse. Events of before a person had it tried again belong to the earlier email.
/// </remarks>
internal static class DeliveryEventOrder
{
    // SendGrid's times are whole seconds, and its clock and ours differ a little.
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(5);

    /// <summary>The digest as an event leaves it; null if the event changes nothing.</summary>
    public static StoredDigest? Apply(StoredDigest digest, DeliveryEvent happened, DateTimeOffset now)
    {
        if (
            digest.Key.Channel != Channel.Email
            || digest.State == DigestState.Cancelled
            || happened.At < digest.RetriedAt - Slack
            || !IsGreater(happened, digest)
        )
        {
            return null;
        }

        var seen = digest with { LastEvent = happened.Kind, LastEventAt = happened.At };
        return happened.Kind switch
        {
            DeliveryEventKind.Bounce or DeliveryEventKind.Dropped => seen.Park(
                ReasonOf(happened),
                RefusalCause.Rejected,
                now
            ),
            DeliveryEventKind.Delivered => Settled(seen, DigestState.Delivered, null, now),
            // On the way: that settles a try whose answer never came, and says nothing of what a person is to look at.
            _ when digest.State is DigestState.Sending or DigestState.Failed or DigestState.Sent => Settled(
                seen,
                DigestState.Sent,
                happened.Kind == DeliveryEventKind.Deferred ? ReasonOf(happened) : null,
                now
            ),
            _ => null,
        };
    }

    private static bool IsGreater(DeliveryEvent happened, StoredDigest digest) =>
        digest is not { LastEvent: { } kind, LastEventAt: { } at }
        || Rank(happened.Kind, happened.At).CompareTo(Rank(kind, at)) > 0;

    private static (bool, DateTimeOffset, int) Rank(DeliveryEventKind kind, DateTimeOffset at) =>
        kind switch
        {
            DeliveryEventKind.Processed => (false, at, 0),
            DeliveryEventKind.Deferred => (false, at, 1),
            DeliveryEventKind.Delivered => (true, at, 2),
            DeliveryEventKind.Dropped => (true, at, 3),
            DeliveryEventKind.Bounce => (true, at, 4),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    private static StoredDigest Settled(
        StoredDigest digest,
        DigestState state,
        string? reason,
        DateTimeOffset now
    ) =>
        digest with
        {
            State = state,
            ChangedAt = now,
            NotBefore = null,
            Reason = reason,
            Cause = null,
            ParkedTold = false,
        };

    private static string ReasonOf(DeliveryEvent happened)
    {
        var what = happened.Kind switch
        {
            DeliveryEventKind.Bounce => "The recipient's mail server refused it.",
            DeliveryEventKind.Dropped => "SendGrid did not send it.",
            _ => "The recipient's mail server put it off; SendGrid goes on trying.",
        };
        return happened.Reason is { Length: > 0 } said ? $"{what} {said}" : what;
    }
}
