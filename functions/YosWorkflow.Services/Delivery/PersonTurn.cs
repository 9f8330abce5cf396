using Microsoft.Extensions.Logging;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Chasing;

namespace YosWorkflow.Services.Delivery;

/// <summary>Sends one person's digests of a day: Teams first, since what Teams refuses goes into the email.</summary>
internal sealed class PersonTurn(
    DigestClaims claims,
    DigestTable digests,
    DigestTries tries,
    TellLater tellLater,
    OwedWhenLate owed,
    Staff staff,
    TimeProvider clock,
    ILogger logger
)
{
    private readonly DigestSettlements settlements = new(digests);
    private readonly TeamsFallback fallback = new(digests, tellLater, clock);

    private DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Sends what is due of the digests that were asked for, and says what came of each.</summary>
    /// <param name="known">All digests of the person and day, as they were read.</param>
    /// <param name="asked">Those that are to be sent.</param>
    /// <param name="cancellationToken">
    /// Stops it. What is being sent then stays claimed, and is taken up when the grace time ends.
    /// </param>
    public async Task<IReadOnlyList<DigestResult>> ExecuteAsync(
        IReadOnlyList<StoredDigest> known,
        IReadOnlyCollection<DigestKey> asked,
        CancellationToken cancellationToken
    )
    {
        var (all, claimed) = await claims.ClaimAsync(known, asked, cancellationToken);
        var teams = claimed.FirstOrDefault(digest => digest.Key.Channel == Channel.Teams);
        var email = claimed.FirstOrDefault(digest => digest.Key.Channel == Channel.Email);
        var done = all.Where(digest => !claimed.Contains(digest) && asked.Contains(digest.Key)).ToList();
        var tried = new List<Tried>();
        if (teams is not null)
        {
            var first = await TryAsync(teams, cancellationToken);
            if (first.FallsBack is { } refused)
            {
                var fallen = await fallback.ExecuteAsync(
                    first.Digest,
                    email ?? all.FirstOrDefault(digest => digest.Key.Channel == Channel.Email),
                    email is not null,
                    refused,
                    staff,
                    owed,
                    cancellationToken
                );
                email = fallen.Email;
                done.RemoveAll(digest => digest.Key == email?.Key);
                Keep(fallen, tried, done);
            }
            else
            {
                tried.Add(first);
            }
        }

        if (email is not null)
        {
            tried.Add(await TryAsync(email, cancellationToken));
        }

        var settled = await settlements.SettleAsync([.. tried.Select(one => one.Digest)]);
        var accepted = tried.Where(one => one.Accepted).Select(one => one.Digest.Key).ToHashSet();
        return [.. done.Concat(settled).Select(digest => Result(digest, accepted.Contains(digest.Key)))];
    }

    private static void Keep(FallenBack fallen, List<Tried> tried, List<StoredDigest> done)
    {
        if (fallen.ToSettle is { } toSettle)
        {
            tried.Add(new Tried(toSettle));
        }

        if (fallen.Settled is { } settled)
        {
            done.Add(settled);
        }
    }

    private async Task<Tried> TryAsync(StoredDigest claimed, CancellationToken cancellationToken)
    {
        var key = claimed.Key;
        if (Recipient.WhyNot(staff, key.PersonId, key.Channel) is { } whyNot)
        {
            return await TryAnotherWayAsync(claimed, whyNot, cancellationToken);
        }

        var digest = await owed.StripAsync(claimed, Now, cancellationToken);
        if (digest.Items.IsEmpty && digest.Undelivered.IsEmpty)
        {
            return new Tried(claimed.Cancel("Nothing in it was still owed.", null, Now));
        }

        var outcome = await tries.SendAsync(digest, staff.Find(key.PersonId)!, staff, cancellationToken);
        return
            outcome
                is SendOutcome.Refused
                {
                    Cause: RefusalCause.TeamsAppNotInstalled or RefusalCause.TeamsPermissionMissing
                } refused
            ? new Tried(digest, FallsBack: refused)
            : new Tried(digest.After(outcome, Now), outcome is SendOutcome.Accepted);
    }

    // As the staff list stands now the person can't be told by this way: someone else, another way, or an administrator.
    private async Task<Tried> TryAnotherWayAsync(
        StoredDigest claimed,
        string whyNot,
        CancellationToken cancellationToken
    )
    {
        var person = staff.Find(claimed.Key.PersonId);
        if (person is { Active: false } && staff.Receiving(person) is { } standIn && !claimed.Items.IsEmpty)
        {
            return new Tried(await HandOverAsync(claimed, standIn, cancellationToken));
        }

        return person is { Active: true, EntraId: null } && claimed.Key.Channel == Channel.Teams
            ? new Tried(claimed, FallsBack: new SendOutcome.Refused(whyNot, RefusalCause.NoAddress))
            : new Tried(claimed.Park(whyNot, RefusalCause.NoAddress, Now));
    }

    private async Task<StoredDigest> HandOverAsync(
        StoredDigest claimed,
        StaffMember standIn,
        CancellationToken cancellationToken
    )
    {
        var key = claimed.Key;
        var channel = standIn.EntraId is null ? Channel.Email : key.Channel;
        var kept = await tellLater.ExecuteAsync(
            key with
            {
                PersonId = standIn.StaffId,
                Channel = channel,
            },
            [.. claimed.Items.Select(item => item with { MeantForId = item.MeantForId ?? key.PersonId })],
            await owed.ReadAsync(claimed.AsOf(Now), cancellationToken),
            cancellationToken
        );
        return kept
            ? claimed.Cancel(
                $"Not at work; {standIn.StaffId} is told with the next chase instead.",
                RefusalCause.NoAddress,
                Now
            )
            : claimed.Park("Not at work.", RefusalCause.NoAddress, Now);
    }

    private DigestResult Result(StoredDigest digest, bool accepted)
    {
        if (digest.State == DigestState.Parked)
        {
            logger.LogWarning("Digest {Digest} is parked: {Reason}", digest.Key, digest.Reason);
        }
        else if (digest.Cause == RefusalCause.TeamsPermissionMissing)
        {
            logger.LogError(
                "Digest {Digest} could not be told in Teams: {Reason}",
                digest.Key,
                digest.Reason
            );
        }

        return new DigestResult(digest.Key, digest.State, accepted, digest.Reason);
    }

    /// <summary>What came of trying to send a digest.</summary>
    /// <param name="Digest">The digest as it is to be written.</param>
    /// <param name="Accepted">Whether the provider accepted it.</param>
    /// <param name="FallsBack">Why it has to go by email; null if it need not.</param>
    private sealed record Tried(
        StoredDigest Digest,
        bool Accepted = false,
        SendOutcome.Refused? FallsBack = null
    );
}
