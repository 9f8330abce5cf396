using YosWorkflow.Services.Chasing;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Auditing;

/// <summary>The notices of all audit rounds of which something may still have to be told.</summary>
public sealed class RoundNotices(AuditTable audits) : INoticeSource
{
    /// <inheritdoc/>
    public string Name => "audits";

    /// <inheritdoc/>
    public bool Owns(StoredNotice notice) => AuditRow.IsPartition(notice.Team);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoredNotice>> ReadAsync(
        DateOnly upTo,
        CancellationToken cancellationToken
    )
    {
        var notices = new List<StoredNotice>();
        foreach (var round in await audits.ListRoundsAsync(programmeId: null, cancellationToken))
        {
            if (round.IsLive)
            {
                notices.AddRange(await audits.ReadNoticesAsync(round.Id, upTo, cancellationToken));
            }
        }

        return notices;
    }

    /// <inheritdoc/>
    public Task RemoveAsync(IReadOnlyCollection<StoredNotice> notices, CancellationToken cancellationToken) =>
        audits.RemoveNoticesAsync(notices, cancellationToken);
}
