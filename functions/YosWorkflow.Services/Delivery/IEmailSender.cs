using YosWorkflow.Core.Chasing;
using YosWorkflow.Core.Chasing.Messages;

namespace YosWorkflow.Services.Delivery;

/// <summary>An email on its way out.</summary>
/// <param name="Digest">The digest that it tells; it travels along, so that delivery events find it again.</param>
/// <param name="Address">To which address.</param>
/// <param name="Name">To whom.</param>
/// <param name="Message">What it says.</param>
/// <param name="MayBeDoubled">Whether it may have reached the person before, which nobody can know.</param>
public sealed record OutgoingEmail(
    DigestKey Digest,
    string Address,
    string Name,
    EmailMessage Message,
    bool MayBeDoubled = false
);

/// <summary>Sends emails. It tries once: when to try again is the outbox's to say.</summary>
public interface IEmailSender
{
    /// <summary>Sends an email. Failures are outcomes and not exceptions, unless it is cancelled.</summary>
    Task<SendOutcome> SendAsync(OutgoingEmail email, CancellationToken cancellationToken);
}
