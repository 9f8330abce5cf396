using YosWorkflow.Core.Chasing;

namespace YosWorkflow.Services.Delivery;

/// <summary>Claims a person's digests of a day, so that of all who would send them only one does.</summary>
/// <param name="digests">The outbox.</param>
/// <param name="claimant">Who claims.</param>
/// <param name="expectsEvents">
/// Whether delivery events come. They may yet settle an email that a dead sender left, so then the grace time is waited for; else
/// there is nothing to wait for.
/// </param>
/// <param name="clock">The time.</param>
internal sealed class DigestClaims(
    DigestTable digests,
    Claimant claimant,
    bool expectsEvents,
    TimeProvider clock
)
{
    private const int Tries = 4;

    /// <summary>Whether a digest is to be sent now.</summary>
    public bool IsDue(StoredDigest digest) =>
        digest.IsDue(clock.GetUtcNow())
        || (digest.State == DigestState.Sending && !expectsEvents && claimant.HasDied(digest.ClaimedBy));

    /// <summary>
    /// Claims those that were asked for and are due, in one transaction. Whoever loses a race looks again, and finds that there
    /// is nothing left to claim.
    /// </summary>
    /// <param name="known">All digests of the person and day, as they were read.</param>
    /// <param name="asked">Those that are to be sent.</param>
    /// <param name="cancellationToken">Stops it before anything is claimed.</param>
    /// <returns>All digests of the person and day as they are now, and which of them are claimed.</returns>
    public async Task<(IReadOnlyList<StoredDigest> All, IReadOnlyList<StoredDigest> Claimed)> ClaimAsync(
        IReadOnlyList<StoredDigest> known,
        IReadOnlyCollection<DigestKey> asked,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var now = clock.GetUtcNow();
            var due = known.Where(digest => asked.Contains(digest.Key) && IsDue(digest)).ToArray();
            if (due.Length == 0)
            {
                return (known, []);
            }

            if (
                await digests.TryUpdateAsync(
                    [.. due.Select(digest => digest.Claim(claimant.Id, now))],
                    cancellationToken
                ) is
                { } written
            )
            {
                return (
                    [
                        .. known.ExceptBy(written.Select(digest => digest.Key), digest => digest.Key),
                        .. written,
                    ],
                    [.. written.Where(digest => digest.State == DigestState.Sending)]
                );
            }

            known = await AgainAsync(known, cancellationToken);
        }

        return (known, []);
    }

    private async Task<IReadOnlyList<StoredDigest>> AgainAsync(
        IReadOnlyList<StoredDigest> known,
        CancellationToken cancellationToken
    )
    {
        var again = new List<StoredDigest>();
        foreach (var digest in known)
        {
            if (await digests.FindAsync(digest.Key, cancellationToken) is { } found)
            {
                again.Add(found);
            }
        }

        return again;
    }
}
