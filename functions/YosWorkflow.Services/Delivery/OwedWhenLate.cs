using YosWorkflow.Core.Caseload;

namespace YosWorkflow.Services.Delivery;

/// <summary>
/// Looks up what is still owed for the digests of one call, at most once a day as of which that is asked, and not at all while
/// none of them is late.
/// </summary>
internal sealed class OwedWhenLate(
    IStillOwed stillOwed,
    Staff staff,
    IReadOnlyCollection<StoredDigest> digests
)
{
    private readonly Dictionary<DateOnly, OwedNow> read = [];

    /// <summary>A digest without what is no longer owed, if it is late; else as it is.</summary>
    public async Task<StoredDigest> StripAsync(
        StoredDigest digest,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (digest.Items.IsEmpty || !digest.IsLate(now))
        {
            return digest;
        }

        var owed = await ReadAsync(digest.AsOf(now), cancellationToken);
        return digest with { Items = [.. digest.Items.Where(owed.IsOwed)] };
    }

    /// <summary>How the cases of all the digests stand as of a day.</summary>
    public async Task<OwedNow> ReadAsync(DateOnly asOf, CancellationToken cancellationToken)
    {
        if (!read.TryGetValue(asOf, out var owed))
        {
            var caseRefs = digests
                .SelectMany(digest => digest.Items)
                .Select(item => item.CaseRef)
                .ToHashSet(StringComparer.Ordinal);
            owed = await stillOwed.ReadAsync(caseRefs, staff, asOf, cancellationToken);
            read.Add(asOf, owed);
        }

        return owed;
    }
}
