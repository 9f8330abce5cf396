using YosWorkflow.Core.Chasing;

namespace YosWorkflow.Services.Delivery;

/// <summary>Writes down what came of the digests that a sender had claimed.</summary>
internal sealed class DigestSettlements(DigestTable digests)
{
    private const int Tries = 4;

    /// <summary>
    /// Settles digests of one day in one transaction, and gives them as they are then. One that a delivery event has settled in
    /// the meantime stays as that left it. It is not to be stopped: what has gone out has to be written down.
    /// </summary>
    public async Task<IReadOnlyList<StoredDigest>> SettleAsync(IReadOnlyList<StoredDigest> settled)
    {
        var done = new List<StoredDigest>();
        for (var attempt = 0; settled.Count > 0 && attempt < Tries; attempt++)
        {
            if (await digests.TryUpdateAsync(settled, CancellationToken.None) is { } written)
            {
                return [.. done, .. written];
            }

            settled = await StillOursAsync(settled, done);
        }

        // What is left is claimed still; when the grace time ends it is sent again.
        return [.. done, .. settled];
    }

    private async Task<IReadOnlyList<StoredDigest>> StillOursAsync(
        IReadOnlyList<StoredDigest> settled,
        List<StoredDigest> done
    )
    {
        var ours = new List<StoredDigest>();
        foreach (var digest in settled)
        {
            var found = await digests.FindAsync(digest.Key, CancellationToken.None);
            if (found is null)
            {
                continue;
            }

            if (IsOurs(found, digest))
            {
                ours.Add(digest with { ETag = found.ETag });
            }
            else
            {
                done.Add(found);
            }
        }

        return ours;
    }

    /// <summary>Whether a digest is claimed still by the try that this version belongs to.</summary>
    public static bool IsOurs(StoredDigest found, StoredDigest ours) =>
        found.State == DigestState.Sending && found.Attempts == ours.Attempts;
}
