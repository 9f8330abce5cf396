using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Chasing;

namespace YosWorkflow.Services.Delivery;

/// <summary>
/// Puts what is newly parked into a digest for each administrator, once. While no administrator can be told, it stays untold,
/// and is told as soon as one can be.
/// </summary>
/// <remarks>
/// An administrator's digest lists the keys of the digests that it tells of. Only when the digest of every administrator does,
/// is a parked one marked as told; so a crash in between neither loses nor repeats it, and one whose digest of the day had gone
/// already is told on the next. Nobody is told by email that their own email can't be delivered.
/// </remarks>
public sealed class TellOfParked(DigestTable digests, TimeProvider clock)
{
    /// <summary>Of how many days what is parked is told.</summary>
    public const int DaysBack = 14;

    private const int MostInTransaction = 100;

    /// <summary>Composes the digests of a day, and gives those that are to be sent. None if nothing is newly parked.</summary>
    public async Task<IReadOnlyList<DigestKey>> ExecuteAsync(
        DateOnly day,
        Staff staff,
        CancellationToken cancellationToken
    )
    {
        var administrators = staff
            .Administrators.Where(member => Recipient.WhyNot(staff, member.StaffId, Channel.Email) is null)
            .Select(member => member.StaffId)
            .ToArray();
        var untold = await UntoldAsync(day, cancellationToken);
        if (untold.Count == 0 || administrators.Length == 0)
        {
            return [];
        }

        var toSend = new List<DigestKey>();
        var told = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal);
        foreach (var administrator in administrators)
        {
            var theirs = await TheirsAsync(administrator, day, untold, cancellationToken);
            told[administrator] = theirs.SelectMany(digest => digest.NoticeKeys).ToHashSet();
            toSend.AddRange(theirs.Where(digest => IsToBeSent(digest, day)).Select(digest => digest.Key));
        }

        await MarkAsync(untold.Where(digest => IsToldToAll(digest, told)), cancellationToken);
        return toSend;
    }

    private static bool IsToBeSent(StoredDigest digest, DateOnly day) =>
        digest.Key.Day == day
        && digest.State is DigestState.Created or DigestState.Failed
        && !digest.Undelivered.IsEmpty;

    private static bool IsToldToAll(StoredDigest parked, Dictionary<string, IReadOnlySet<string>> told)
    {
        var others = told.Where(one => one.Key != parked.Key.PersonId).ToArray();
        return others.Length > 0 && others.All(one => one.Value.Contains(parked.Key.ToString()));
    }

    /// <summary>What is parked, or was kept from Teams, up to a day and has not been told to every administrator.</summary>
    public async Task<IReadOnlyList<StoredDigest>> UntoldAsync(
        DateOnly day,
        CancellationToken cancellationToken
    )
    {
        var read = await digests.ReadSinceAsync(
            day.AddDays(-DaysBack),
            [DigestState.Parked, DigestState.Cancelled],
            cancellationToken
        );
        return [.. read.Where(digest => digest.Key.Day <= day && UndeliveredLines.IsNews(digest))];
    }

    /// <summary>An administrator's digests in which some of what is untold may be, after the day's has been seen to.</summary>
    private async Task<IReadOnlyList<StoredDigest>> TheirsAsync(
        string administrator,
        DateOnly day,
        IReadOnlyList<StoredDigest> untold,
        CancellationToken cancellationToken
    )
    {
        var since = untold.Min(digest => digest.Key.Day);
        var theirs = await digests.ReadOfPersonAsync(administrator, Channel.Email, since, cancellationToken);
        var told = theirs.SelectMany(digest => digest.NoticeKeys).ToHashSet(StringComparer.Ordinal);
        var pending = untold
            .Where(digest => digest.Key.PersonId != administrator && !told.Contains(digest.Key.ToString()))
            .ToArray();
        if (pending.Length == 0)
        {
            return theirs;
        }

        var todays = theirs.FirstOrDefault(digest => digest.Key.Day == day);
        return await TryTellAsync(administrator, day, todays, pending, cancellationToken) is { } written
            ? [.. theirs.Where(digest => digest.Key.Day != day), written]
            : theirs;
    }

    private async Task<StoredDigest?> TryTellAsync(
        string administrator,
        DateOnly day,
        StoredDigest? todays,
        StoredDigest[] pending,
        CancellationToken cancellationToken
    )
    {
        if (todays is { State: not (DigestState.Created or DigestState.Failed) })
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var digest =
            todays
            ?? new StoredDigest
            {
                Key = new DigestKey(day, administrator, Channel.Email),
                State = DigestState.Created,
                CreatedAt = now,
                ChangedAt = now,
            };
        var written = await digests.TryUpdateAsync(
            [
                digest with
                {
                    NoticeKeys = [.. digest.NoticeKeys, .. pending.Select(parked => parked.Key.ToString())],
                    Undelivered = [.. digest.Undelivered, .. UndeliveredLines.Of(pending)],
                },
            ],
            cancellationToken
        );
        return written?[0];
    }

    // Whoever changes one of them at the same time makes the mark fail; the next chase sets it then.
    private async Task MarkAsync(IEnumerable<StoredDigest> told, CancellationToken cancellationToken)
    {
        foreach (var day in told.GroupBy(digest => digest.Key.Day))
        {
            foreach (var chunk in day.Chunk(MostInTransaction))
            {
                await digests.TryUpdateAsync(
                    [.. chunk.Select(digest => digest with { ParkedTold = true })],
                    cancellationToken
                );
            }
        }
    }
}
