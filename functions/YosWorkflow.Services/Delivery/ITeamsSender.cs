using YosWorkflow.Core.Chasing;
using YosWorkflow.Core.Chasing.Messages;

namespace YosWorkflow.Services.Delivery;

/// <summary>A Teams notification on its way out.</summary>
/// <param name="Digest">The digest that it tells; its key makes the chain id, so that a repeat takes the first one's place.</param>
/// <param name="EntraId">Whose activity feed.</param>
/// <param name="Message">What it says.</param>
public sealed record OutgoingTeamsNotification(DigestKey Digest, string EntraId, TeamsMessage Message);

/// <summary>Notifies people in Teams. It tries once: when to try again is the outbox's to say.</summary>
public interface ITeamsSender
{
    /// <summary>Notifies a person. Failures are outcomes and not exceptions, unless it is cancelled.</summary>
    Task<SendOutcome> SendAsync(OutgoingTeamsNotification notification, CancellationToken cancellationToken);
}
