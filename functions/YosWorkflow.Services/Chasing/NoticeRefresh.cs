using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Services.Delivery;

namespace YosWorkflow.Services.Chasing;

/// <summary>
/// Brings notices of an earlier day, which a crash has left, up to the day on which they are told: what was met, ended or
/// acknowledged since is left out of them, and the rest says how late it is now.
/// </summary>
public sealed class NoticeRefresh(IStillOwed stillOwed, ServiceRules rules)
{
    /// <summary>The notices as they are to be told, in the order given; one of which nothing is left has no items.</summary>
    internal async Task<IReadOnlyList<StoredNotice>> ExecuteAsync(
        IReadOnlyList<StoredNotice> notices,
        Staff staff,
        DateOnly day,
        CancellationToken cancellationToken
    )
    {
        var old = notices.Where(notice => notice.Digest.Day < day).ToArray();
        if (old.Length == 0)
        {
            return notices;
        }

        var cases = old.SelectMany(notice => notice.Items)
            .Select(item => item.CaseRef)
            .ToHashSet(StringComparer.Ordinal);
        var owed = await stillOwed.ReadAsync(cases, staff, day, cancellationToken);
        return [.. notices.Select(notice => notice.Digest.Day < day ? Refreshed(notice, owed, day) : notice)];
    }

    private StoredNotice Refreshed(StoredNotice notice, OwedNow owed, DateOnly day) =>
        notice with
        {
            Items =
            [
                .. notice
                    .Items.Where(owed.IsOwed)
                    .Select(item => item with { WorkingDaysOverdue = LateBy(item, day) }),
            ],
        };

    private int LateBy(NoticeItem item, DateOnly day) =>
        day > item.DueOn ? rules.Calendar.Count(item.DueOn, day) : 0;
}
