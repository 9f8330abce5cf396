using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Auditing;

/// <summary>The notices of all audit rounds of which something may still have to be told.</summary>
public sealed class RoundNotices(AuditTable audits, OpenAuditItems open, ServiceRules rules) : INoticeSource
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
    public async Task<IReadOnlyList<StoredNotice>> RefreshAsync(
        IReadOnlyList<StoredNotice> notices,
        Staff staff,
        DateOnly day,
        CancellationToken cancellationToken
    )
    {
        var old = notices.Where(notice => notice.Digest.Day < day).SelectMany(notice => notice.Items);
        var still = await open.StillOpenAsync(old, staff, day, cancellationToken);
        return
        [
            .. notices.Select(notice =>
                notice.Digest.Day < day
                    ? notice with
                    {
                        Items = [.. notice.Items.Where(still.Contains).Select(item => AsOf(item, day))],
                    }
                    : notice
            ),
        ];
    }

    /// <inheritdoc/>
    public Task RemoveAsync(IReadOnlyCollection<StoredNotice> notices, CancellationToken cancellationToken) =>
        audits.RemoveNoticesAsync(notices, cancellationToken);

    private NoticeItem AsOf(NoticeItem item, DateOnly day) =>
        item with
        {
            WorkingDaysOverdue = day > item.DueOn ? rules.Calendar.Count(item.DueOn, day) : 0,
        };
}
