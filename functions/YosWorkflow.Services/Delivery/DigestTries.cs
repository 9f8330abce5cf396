using Microsoft.Extensions.Logging;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Chasing;

namespace YosWorkflow.Services.Delivery;

/// <summary>Words a digest and hands it to the provider of its channel, once.</summary>
public sealed class DigestTries(
    DigestLetters letters,
    IEmailSender emails,
    ITeamsSender teams,
    ILogger<DigestTries> logger
)
{
    /// <summary>Sends a digest to a person who can be told by its channel.</summary>
    internal Task<SendOutcome> SendAsync(
        StoredDigest digest,
        StaffMember person,
        Staff staff,
        CancellationToken cancellationToken
    ) =>
        digest.Key.Channel == Channel.Email
            ? SendAsync(
                digest,
                () => letters.Email(digest, staff),
                message =>
                    emails.SendAsync(
                        new OutgoingEmail(
                            digest.Key,
                            person.Email,
                            person.Name,
                            message,
                            digest.MayBeDoubled
                        ),
                        cancellationToken
                    )
            )
            : SendAsync(
                digest,
                () => letters.Teams(digest, staff),
                message =>
                    teams.SendAsync(
                        new OutgoingTeamsNotification(digest.Key, person.EntraId!, message),
                        cancellationToken
                    )
            );

    // A digest that can't be worded must not hold up those of others, and no later try would help it.
    private async Task<SendOutcome> SendAsync<T>(
        StoredDigest digest,
        Func<T> word,
        Func<T, Task<SendOutcome>> send
    )
    {
        T message;
        try
        {
            message = word();
        }
        catch (Exception failure)
        {
            logger.LogError(failure, "Digest {Digest} could not be worded.", digest.Key);
            return new SendOutcome.Refused("It could not be put into words.", RefusalCause.Rejected);
        }

        return await send(message);
    }
}
