using YosWorkflow.Core.Chasing;

namespace YosWorkflow.Services.Delivery;

/// <summary>How a digest moves from state to state. Nothing is written here: each move gives the version to be written.</summary>
internal static class DigestMoves
{
    /// <summary>Whether a digest is to be sent now: it is new, its wait is over, or whoever claimed it died.</summary>
    public static bool IsDue(this StoredDigest digest, DateTimeOffset now) =>
        digest.State switch
        {
            DigestState.Created or DigestState.Failed => digest.NotBefore is not { } wait || wait <= now,
            DigestState.Sending => digest.IsAbandoned(now),
            _ => false,
        };

    /// <summary>Whether what a digest says may have changed since it was made.</summary>
    public static bool IsLate(this StoredDigest digest, DateTimeOffset now) =>
        digest.Attempts > 1 || now - digest.CreatedAt > BackOff.LateAfter;

    /// <summary>
    /// The day as of which a late digest is to be looked up again: the day of its chase, and as many later as have passed. So a
    /// chase of a day long ago, in a demonstration, stays in its own time.
    /// </summary>
    public static DateOnly AsOf(this StoredDigest digest, DateTimeOffset now) =>
        digest.Key.Day.AddDays(Math.Max(0, (now.UtcDateTime.Date - digest.CreatedAt.UtcDateTime.Date).Days));

    /// <summary>
    /// Claims a digest that is due. An email whose sender died may have gone out before, and is marked so; a Teams notification
    /// takes the first one's place. One on which senders keep dying is parked.
    /// </summary>
    /// <param name="digest">The digest.</param>
    /// <param name="claimantId">Who claims it.</param>
    /// <param name="now">The time.</param>
    public static StoredDigest Claim(this StoredDigest digest, string claimantId, DateTimeOffset now)
    {
        var died = digest.State == DigestState.Sending;
        return died && digest.Attempts >= BackOff.MostAttempts
            ? digest.Park($"Sending it never came to an end in {digest.Attempts} tries.", null, now)
            : digest with
            {
                State = DigestState.Sending,
                ChangedAt = now,
                ClaimedBy = claimantId,
                Attempts = digest.Attempts + 1,
                NotBefore = null,
                MayBeDoubled = digest.MayBeDoubled || (died && digest.Key.Channel == Channel.Email),
            };
    }

    /// <summary>Settles a claimed digest by what came of sending it.</summary>
    public static StoredDigest After(this StoredDigest sending, SendOutcome outcome, DateTimeOffset now) =>
        outcome switch
        {
            SendOutcome.Accepted accepted => sending with
            {
                State = DigestState.Sent,
                ChangedAt = now,
                Reason = null,
                Cause = null,
                ProviderId = accepted.ProviderId,
            },
            SendOutcome.TryLater later => sending.TryAgain(later.Reason, later.After, now),
            SendOutcome.Unsure unsure when sending.Key.Channel == Channel.Teams => sending.TryAgain(
                unsure.Reason,
                null,
                now
            ),
            // It stays claimed: a delivery event may say what became of it, or else the grace time ends.
            SendOutcome.Unsure unsure => sending with
            {
                ChangedAt = now,
                ClaimedBy = null,
                Reason = $"{unsure.Reason} Whether the email went out is not known yet.",
            },
            SendOutcome.Refused refused => sending.Park(refused.Reason, refused.Cause, now),
            _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
        };

    /// <summary>Parks a digest, for a person to look at.</summary>
    public static StoredDigest Park(
        this StoredDigest digest,
        string reason,
        RefusalCause? cause,
        DateTimeOffset now
    ) =>
        digest with
        {
            State = DigestState.Parked,
            ChangedAt = now,
            NotBefore = null,
            Reason = reason,
            Cause = cause,
            ParkedTold = false,
        };

    /// <summary>Ends a digest that is not to be sent any more.</summary>
    public static StoredDigest Cancel(
        this StoredDigest digest,
        string reason,
        RefusalCause? cause,
        DateTimeOffset now
    ) =>
        digest with
        {
            State = DigestState.Cancelled,
            ChangedAt = now,
            NotBefore = null,
            Reason = reason,
            Cause = cause,
        };

    private static bool IsAbandoned(this StoredDigest digest, DateTimeOffset now) =>
        digest.ChangedAt + BackOff.Grace <= now;

    private static StoredDigest TryAgain(
        this StoredDigest digest,
        string reason,
        TimeSpan? asked,
        DateTimeOffset now
    ) =>
        BackOff.Next(digest.Attempts, asked, digest.RetriedAt ?? digest.CreatedAt, now) is { } next
            ? digest with
            {
                State = DigestState.Failed,
                ChangedAt = now,
                NotBefore = next,
                Reason = reason,
            }
            : digest.Park($"{reason} It was tried {digest.Attempts} times.", null, now);
}
