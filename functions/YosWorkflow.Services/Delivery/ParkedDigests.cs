using YosWorkflow.Core.Chasing;

namespace YosWorkflow.Services.Delivery;

/// <summary>What came of what a person did about a parked digest.</summary>
public enum ParkedOutcome
{
    /// <summary>It is done.</summary>
    Done,

    /// <summary>There is no such digest.</summary>
    Unknown,

    /// <summary>It is not parked, or not any more.</summary>
    NotParked,
}

/// <summary>What a person does about a digest that could not be delivered: has it tried again, or gives it up.</summary>
public sealed class ParkedDigests(DigestTable digests, TimeProvider clock)
{
    private const int Tries = 8;

    /// <summary>
    /// Has a parked digest tried again, with as many tries as a new one. It is sent with the next round of what is left over,
    /// without what is no longer owed by then.
    /// </summary>
    public Task<ParkedOutcome> RetryAsync(DigestKey key, CancellationToken cancellationToken) =>
        MoveAsync(
            key,
            (parked, now) =>
                parked with
                {
                    State = DigestState.Created,
                    ChangedAt = now,
                    RetriedAt = now,
                    Attempts = 0,
                    NotBefore = null,
                    Reason = null,
                    Cause = null,
                    ParkedTold = false,
                    LastEvent = null,
                    LastEventAt = null,
                },
            cancellationToken
        );

    /// <summary>Gives a parked digest up for good.</summary>
    /// <param name="key">The digest.</param>
    /// <param name="byId">Who gives it up; empty if that is not known.</param>
    /// <param name="note">Why, or how the person was told.</param>
    /// <param name="cancellationToken">Stops it before anything is written.</param>
    public Task<ParkedOutcome> GiveUpAsync(
        DigestKey key,
        string byId,
        string note,
        CancellationToken cancellationToken
    ) =>
        MoveAsync(
            key,
            (parked, now) =>
                parked.Cancel(
                    $"Given up{By(byId)}: {note} (It was parked: {parked.Reason})",
                    parked.Cause,
                    now
                ) with
                {
                    ParkedTold = true,
                },
            cancellationToken
        );

    private static string By(string byId) => byId.Length > 0 ? $" by {byId}" : "";

    private async Task<ParkedOutcome> MoveAsync(
        DigestKey key,
        Func<StoredDigest, DateTimeOffset, StoredDigest> move,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var found = await digests.FindAsync(key, cancellationToken);
            if (found is not { State: DigestState.Parked })
            {
                return found is null ? ParkedOutcome.Unknown : ParkedOutcome.NotParked;
            }

            if (await digests.TryUpdateAsync([move(found, clock.GetUtcNow())], cancellationToken) is not null)
            {
                return ParkedOutcome.Done;
            }
        }

        throw new InvalidOperationException($"Digest {key} was overtaken by others {Tries} times.");
    }
}
