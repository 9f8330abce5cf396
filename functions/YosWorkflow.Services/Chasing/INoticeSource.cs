namespace YosWorkflow.Services.Chasing;

/// <summary>
/// Where notices lie, besides the teams', that were decided and are not yet in a digest. A person's notices of all sources go
/// into one digest, whatever they are about.
/// </summary>
public interface INoticeSource
{
    /// <summary>What a log calls it.</summary>
    string Name { get; }

    /// <summary>Whether a notice is of this source. It is told from the notice alone.</summary>
    bool Owns(StoredNotice notice);

    /// <summary>The notices that were decided up to a day.</summary>
    Task<IReadOnlyList<StoredNotice>> ReadAsync(DateOnly upTo, CancellationToken cancellationToken);

    /// <summary>Removes notices of this source that are in a digest now. One that is gone already does no harm.</summary>
    Task RemoveAsync(IReadOnlyCollection<StoredNotice> notices, CancellationToken cancellationToken);
}
