#pragma warning disable MA0025, MA0150, CS9113 // signatures first: the bodies come with the next commits
using YosWorkflow.Core.Chasing;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Delivery;

/// <summary>The outbox: digests by day, each inserted once and moved on by ETag.</summary>
public sealed class DigestTable(TableStorage storage)
{
    /// <summary>
    /// Inserts digests of one day, up to a hundred a transaction. One that exists already is left as it is.
    /// Gives those that this call inserted, with their ETags.
    /// </summary>
    public Task<IReadOnlyList<StoredDigest>> InsertNewAsync(
        IReadOnlyCollection<StoredDigest> digests,
        CancellationToken cancellationToken
    ) => throw new NotImplementedException();

    /// <summary>All digests of a day.</summary>
    public Task<IReadOnlyList<StoredDigest>> ReadDayAsync(
        DateOnly day,
        CancellationToken cancellationToken
    ) => throw new NotImplementedException();

    /// <summary>One digest, or null.</summary>
    public Task<StoredDigest?> FindAsync(DigestKey key, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>The digests since a day that are in one of these states.</summary>
    public Task<IReadOnlyList<StoredDigest>> ReadSinceAsync(
        DateOnly since,
        IReadOnlyCollection<DigestState> states,
        CancellationToken cancellationToken
    ) => throw new NotImplementedException();

    /// <summary>
    /// Writes new versions of digests of one day in one transaction. Null, with nothing written, if any was changed by another in the
    /// meantime; otherwise the versions written, with their new ETags.
    /// </summary>
    public Task<IReadOnlyList<StoredDigest>?> TryUpdateAsync(
        IReadOnlyCollection<StoredDigest> digests,
        CancellationToken cancellationToken
    ) => throw new NotImplementedException();
}
