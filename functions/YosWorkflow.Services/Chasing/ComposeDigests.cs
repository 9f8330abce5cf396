using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Services.Delivery;
using YosWorkflow.Services.Operations;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Chasing;

/// <summary>
/// Puts the notices of all teams, and of whatever else people are told of, together into one digest a person, day and way, each
/// inserted once. It is done when every team has been chased; what comes later for somebody whose digest of the day is made
/// waits for their next.
/// </summary>
public sealed class ComposeDigests(
    CaseloadTable caseload,
    ChasingTable chasing,
    DigestTable digests,
    NoticeRefresh refresh,
    TimeProvider clock,
    ILogger<ComposeDigests> logger,
    IEnumerable<INoticeSource>? others = null
)
{
    // An entity takes 1 MiB, and a character two bytes of it. What is beyond, which nobody could read in a day, waits for the next.
    private const int MostCharacters = 400_000;

    private readonly INoticeSource[] others = [.. others ?? []];

    /// <summary>Composes the digests of a day, and gives all that are to be sent on it.</summary>
    public async Task<IReadOnlyList<DigestKey>> ExecuteAsync(
        DateOnly day,
        Staff staff,
        CancellationToken cancellationToken
    )
    {
        using var step = ServiceTelemetry.Step("compose digests");
        var found = await GatherAsync(day, staff, [], cancellationToken);
        var added = await digests.InsertNewAsync(found.New, cancellationToken);
        step?.SetTag("yos.digests", added.Count);
        var done = found
            .Done.Concat(added.SelectMany(digest => digest.NoticeKeys))
            .ToHashSet(StringComparer.Ordinal);
        await RemoveAsync(found.Stored.Where(notice => done.Contains(notice.Fingerprint)), cancellationToken);
        return [.. found.Today.Concat(added).Where(IsToBeSent).Select(digest => digest.Key)];
    }

    /// <summary>
    /// The digests of a day as they would be composed, without writing any: those there are that are still to be sent, and the new ones.
    /// </summary>
    /// <param name="day">The day.</param>
    /// <param name="staff">The staff list.</param>
    /// <param name="decided">What the day's chase would decide besides what is decided already.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IReadOnlyList<StoredDigest>> PreviewAsync(
        DateOnly day,
        Staff staff,
        IReadOnlyCollection<StoredNotice> decided,
        CancellationToken cancellationToken
    )
    {
        var found = await GatherAsync(day, staff, decided, cancellationToken);
        return [.. found.Today.Where(IsToBeSent), .. found.New];
    }

    private static bool IsToBeSent(StoredDigest digest) =>
        digest.State is DigestState.Created or DigestState.Failed or DigestState.Sending;

    // Notices are read before digests: whatever another run removes in between is in a digest by then.
    private async Task<Gathered> GatherAsync(
        DateOnly day,
        Staff staff,
        IReadOnlyCollection<StoredNotice> decided,
        CancellationToken cancellationToken
    )
    {
        var stored = await ReadAsync(day, cancellationToken);
        var known = await KnownAsync(day, stored, cancellationToken);
        var today = known.Where(digest => digest.Key.Day == day).ToImmutableArray();
        var collected = known.SelectMany(digest => digest.NoticeKeys).ToHashSet(StringComparer.Ordinal);
        var open = stored.Concat(decided).Where(notice => !collected.Contains(notice.Fingerprint));
        var fresh = await refresh.ExecuteAsync([.. open], staff, day, cancellationToken);
        var taken = today.Select(digest => digest.Key).ToHashSet();
        collected.UnionWith(fresh.Where(notice => notice.Items.IsEmpty).Select(notice => notice.Fingerprint));
        return new Gathered(
            stored,
            today,
            [.. Compose(fresh, day, staff).Where(digest => !taken.Contains(digest.Key))],
            collected
        );
    }

    private async Task<IReadOnlyList<StoredNotice>> ReadAsync(
        DateOnly day,
        CancellationToken cancellationToken
    )
    {
        var notices = new List<StoredNotice>();
        foreach (var team in await caseload.ReadTeamsAsync(cancellationToken))
        {
            await AddAsync(() => chasing.ReadNoticesAsync(team, day, cancellationToken), $"team {team}");
        }

        foreach (var source in others)
        {
            await AddAsync(() => source.ReadAsync(day, cancellationToken), source.Name);
        }

        return notices;

        async Task AddAsync(Func<Task<IReadOnlyList<StoredNotice>>> read, string whose)
        {
            try
            {
                notices.AddRange(await Retries.RunAsync(read, clock, cancellationToken));
            }
            catch (Exception error) when (!cancellationToken.IsCancellationRequested)
            {
                // These notices stay where they are, for the next time; the others are told now.
                logger.LogError(error, "The notices of {Whose} can't be read.", whose);
            }
        }
    }

    // Notices of an earlier day may be in a digest of any day since.
    private Task<IReadOnlyList<StoredDigest>> KnownAsync(
        DateOnly day,
        IReadOnlyList<StoredNotice> notices,
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
            .Where(notice => !notice.Items.IsEmpty)
            .GroupBy(notice => notice.Digest with { Day = day })
            .OrderBy(group => group.Key.PersonId, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Channel)
            .Select(group => Digest(group.Key, [.. Fitting(group)], staff));

    // The most serious first, for they are what must not wait.
    private static IEnumerable<StoredNotice> Fitting(IEnumerable<StoredNotice> notices)
    {
        var characters = 0;
        return notices
            .OrderBy(notice => notice.Items[0], NoticeItem.MostSeriousFirst)
            .TakeWhile(notice => (characters += LengthOf(notice)) <= MostCharacters);
    }

    private static int LengthOf(StoredNotice notice) =>
        NoticeText.Write(notice.Items).Length + notice.Fingerprint.Length;

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
        foreach (var own in notices.GroupBy(notice => notice.Team, StringComparer.Ordinal))
        {
            await (
                Array
                    .Find(others, source => source.Owns(own.First()))
                    ?.RemoveAsync([.. own], cancellationToken)
                ?? chasing.RemoveNoticesAsync(own.Key, own, cancellationToken)
            );
        }
    }

    /// <summary>What is to be composed.</summary>
    /// <param name="Stored">The notices that are stored.</param>
    /// <param name="Today">The digests of the day that there are.</param>
    /// <param name="New">Those to be added.</param>
    /// <param name="Done">The fingerprints of notices that need no digest any more.</param>
    private sealed record Gathered(
        IReadOnlyList<StoredNotice> Stored,
        ImmutableArray<StoredDigest> Today,
        IReadOnlyList<StoredDigest> New,
        HashSet<string> Done
    );
}
