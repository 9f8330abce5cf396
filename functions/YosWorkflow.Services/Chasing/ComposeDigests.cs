using System.Collections.Immutable;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Services.Delivery;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Chasing;

/// <summary>
/// Puts all teams' notices together into one digest a person, day and way, each inserted once. It is done when every team has
/// been chased; what comes later for somebody whose digest of the day is made waits for their next.
/// </summary>
public sealed class ComposeDigests(
    CaseloadTable caseload,
    ChasingTable chasing,
    DigestTable digests,
    TimeProvider clock
)
{
    /// <summary>Composes the digests of a day, and gives all that are to be sent on it.</summary>
    public async Task<IReadOnlyList<DigestKey>> ExecuteAsync(
        DateOnly day,
        Staff staff,
        CancellationToken cancellationToken
    )
    {
        var teams = await caseload.ReadTeamsAsync(cancellationToken);
        var notices = new List<StoredNotice>();
        foreach (var team in teams)
        {
            notices.AddRange(await chasing.ReadNoticesAsync(team, day, cancellationToken));
        }

        var known = await KnownAsync(day, notices, cancellationToken);
        var collected = known.SelectMany(digest => digest.NoticeKeys).ToHashSet(StringComparer.Ordinal);
        var today = known.Where(digest => digest.Key.Day == day).ToDictionary(digest => digest.Key);
        var added = await digests.InsertNewAsync(
            [
                .. Compose(notices.Where(notice => !collected.Contains(notice.Fingerprint)), day, staff)
                    .Where(digest => !today.ContainsKey(digest.Key)),
            ],
            cancellationToken
        );
        collected.UnionWith(added.SelectMany(digest => digest.NoticeKeys));
        await RemoveAsync(notices.Where(notice => collected.Contains(notice.Fingerprint)), cancellationToken);
        return
        [
            .. today
                .Values.Concat(added)
                .Where(digest =>
                    digest.State is DigestState.Created or DigestState.Failed or DigestState.Sending
                )
                .Select(digest => digest.Key),
        ];
    }

    /// <summary>The digests that notices come to, without writing any.</summary>
    public IReadOnlyList<StoredDigest> Preview(
        IEnumerable<StoredNotice> notices,
        DateOnly day,
        Staff staff
    ) => [.. Compose(notices, day, staff)];

    // Notices of an earlier day may be in a digest of any day since.
    private Task<IReadOnlyList<StoredDigest>> KnownAsync(
        DateOnly day,
        List<StoredNotice> notices,
        CancellationToken cancellationToken
    )
    {
        var first = notices.Select(notice => notice.Digest.Day).Append(day).Min();
        return first == day
            ? digests.ReadDayAsync(day, cancellationToken)
            : digests.ReadSinceAsync(first, Enum.GetValues<DigestState>(), cancellationToken);
    }

    private IEnumerable<StoredDigest> Compose(IEnumerable<StoredNotice> notices, DateOnly day, Staff staff) =>
        notices
            .GroupBy(notice => notice.Digest with { Day = day })
            .OrderBy(group => group.Key.PersonId, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Channel)
            .Select(group => Digest(group.Key, [.. group], staff));

    private StoredDigest Digest(DigestKey key, ImmutableArray<StoredNotice> notices, Staff staff)
    {
        var whyNot = Recipient.WhyNot(staff, key.PersonId, key.Channel);
        var now = clock.GetUtcNow();
        return new StoredDigest
        {
            Key = key,
            Items = DigestContent.Of(notices.SelectMany(notice => notice.Items)),
            NoticeKeys = [.. notices.Select(notice => notice.Fingerprint)],
            State = whyNot is null ? DigestState.Created : DigestState.Parked,
            Reason = whyNot,
            CreatedAt = now,
            ChangedAt = now,
        };
    }

    private async Task RemoveAsync(IEnumerable<StoredNotice> notices, CancellationToken cancellationToken)
    {
        foreach (var team in notices.GroupBy(notice => notice.Team, StringComparer.Ordinal))
        {
            await chasing.RemoveNoticesAsync(team.Key, team, cancellationToken);
        }
    }
}
