using Microsoft.Extensions.Logging;
using YosWorkflow.Core.Chasing;

namespace YosWorkflow.Services.Delivery;

/// <summary>Moves digests on by what SendGrid says has become of them. Events may come twice and out of order.</summary>
public sealed class ApplyDeliveryEvents(
    DigestTable digests,
    TimeProvider clock,
    ILogger<ApplyDeliveryEvents> logger
)
{
    private const int Tries = 8;

    /// <summary>Applies events. Those about digests that are not known are passed over.</summary>
    /// <returns>How many of them moved a digest.</returns>
    /// <exception cref="InvalidOperationException">Others kept writing at the same time, however often it was tried.</exception>
    public async Task<int> ExecuteAsync(
        IReadOnlyCollection<DeliveryEvent> events,
        CancellationToken cancellationToken
    )
    {
        var moved = 0;
        foreach (var digest in events.GroupBy(happened => happened.Digest))
        {
            moved += await ApplyAsync(digest.Key, [.. digest.OrderBy(one => one.At)], cancellationToken);
        }

        return moved;
    }

    private async Task<int> ApplyAsync(
        DigestKey key,
        IReadOnlyList<DeliveryEvent> events,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (await digests.FindAsync(key, cancellationToken) is not { } digest)
            {
                return 0;
            }

            var (moved, changed) = Apply(digest, events);
            if (moved == 0)
            {
                return 0;
            }

            if (await digests.TryUpdateAsync([changed], cancellationToken) is not null)
            {
                Log(digest, changed);
                return moved;
            }
        }

        throw new InvalidOperationException($"The events of {key} were overtaken by others {Tries} times.");
    }

    private (int Moved, StoredDigest Changed) Apply(StoredDigest digest, IReadOnlyList<DeliveryEvent> events)
    {
        var moved = 0;
        foreach (var happened in events)
        {
            if (DeliveryEventOrder.Apply(digest, happened, clock.GetUtcNow()) is { } changed)
            {
                digest = changed;
                moved++;
            }
        }

        return (moved, digest);
    }

    private void Log(StoredDigest before, StoredDigest after)
    {
        if (after.State == DigestState.Parked && before.State != DigestState.Parked)
        {
            logger.LogWarning("Digest {Digest} is parked: {Reason}", after.Key, after.Reason);
        }
    }
}
