using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Chasing;

namespace YosWorkflow.Services.Delivery;

/// <summary>
/// Tells a person by email what Teams did not let us tell them. It is written down before the email goes, in one transaction
/// with the end of the Teams digest, so that nothing is told twice or forgotten wherever a sender dies.
/// </summary>
internal sealed class TeamsFallback(DigestTable digests, TellLater tellLater, TimeProvider clock)
{
    private const int Tries = 4;

    /// <summary>Moves a Teams digest's items to the person's email.</summary>
    /// <param name="teams">The Teams digest, which we have claimed.</param>
    /// <param name="email">The person's email digest of the day, whether or not we have claimed it; null if there is none.</param>
    /// <param name="isEmailOurs">Whether we have claimed it, and have not sent it yet.</param>
    /// <param name="refused">Why it can't be told in Teams.</param>
    /// <param name="staff">The staff list.</param>
    /// <param name="owed">How the cases stand, should the email of the day be gone already.</param>
    /// <param name="cancellationToken">Stops it before anything is written.</param>
    public async Task<FallenBack> ExecuteAsync(
        StoredDigest teams,
        StoredDigest? email,
        bool isEmailOurs,
        SendOutcome.Refused refused,
        Staff staff,
        OwedWhenLate owed,
        CancellationToken cancellationToken
    )
    {
        if (Recipient.WhyNot(staff, teams.Key.PersonId, Channel.Email) is { } whyNot)
        {
            var parked = teams.Park($"{refused.Reason} Nor by email: {whyNot}", refused.Cause, Now);
            return new FallenBack(parked, isEmailOurs ? email : null);
        }

        for (var attempt = 0; attempt < Tries && CanHold(email, isEmailOurs); attempt++)
        {
            if (await TryMergeAsync(teams, email, refused, cancellationToken) is { } written)
            {
                var claimed = written[1] is { State: DigestState.Sending } sending ? sending : null;
                return new FallenBack(null, claimed, written[0]);
            }

            var found = await digests.FindAsync(EmailOf(teams.Key), cancellationToken);
            isEmailOurs = isEmailOurs && DigestSettlements.IsOurs(found!, email!);
            email = found;
        }

        return new FallenBack(
            await PutOffAsync(teams, refused, owed, cancellationToken),
            isEmailOurs ? email : null
        );
    }

    private DateTimeOffset Now => clock.GetUtcNow();

    private static DigestKey EmailOf(DigestKey teams) => teams with { Channel = Channel.Email };

    private static bool CanHold(StoredDigest? email, bool isOurs) =>
        isOurs || email is null or { State: DigestState.Created or DigestState.Failed };

    private Task<IReadOnlyList<StoredDigest>?> TryMergeAsync(
        StoredDigest teams,
        StoredDigest? email,
        SendOutcome.Refused refused,
        CancellationToken cancellationToken
    )
    {
        var merged = email is null
            ? new StoredDigest
            {
                Key = EmailOf(teams.Key),
                Items = teams.Items,
                State = DigestState.Sending,
                CreatedAt = teams.CreatedAt,
                ChangedAt = Now,
                ClaimedBy = teams.ClaimedBy,
                Attempts = 1,
            }
            : email with
            {
                Items = DigestContent.Of(email.Items.Concat(teams.Items)),
            };
        return digests.TryUpdateAsync(
            [teams.Cancel($"{refused.Reason} It was told by email instead.", refused.Cause, Now), merged],
            cancellationToken
        );
    }

    // The email of the day is gone, and there is one a day: it is told with the next.
    private async Task<StoredDigest> PutOffAsync(
        StoredDigest teams,
        SendOutcome.Refused refused,
        OwedWhenLate owed,
        CancellationToken cancellationToken
    )
    {
        var now = await owed.ReadAsync(teams.AsOf(Now), cancellationToken);
        return await tellLater.ExecuteAsync(EmailOf(teams.Key), teams.Items, now, cancellationToken)
            ? teams.Cancel($"{refused.Reason} It is told with the next email instead.", refused.Cause, Now)
            : teams.Park(refused.Reason, refused.Cause, Now);
    }
}

/// <summary>Where a Teams digest's items went.</summary>
/// <param name="ToSettle">The Teams digest as it is still to be written; null if it is written already.</param>
/// <param name="Email">The email digest that we have claimed and have to send; null if there is none.</param>
/// <param name="Settled">The Teams digest as it was written; null if it is still to be.</param>
internal sealed record FallenBack(StoredDigest? ToSettle, StoredDigest? Email, StoredDigest? Settled = null);
