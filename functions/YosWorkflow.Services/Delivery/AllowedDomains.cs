using System.Collections.Immutable;

namespace YosWorkflow.Services.Delivery;

/// <summary>
/// Lets only emails to certain domains through. Outside production this is what keeps a test from mailing the people of a real
/// caseload.
/// </summary>
/// <param name="inner">Sends what is let through.</param>
/// <param name="domains">The domains, each exactly as it stands behind the @, whatever its case; empty: any.</param>
public sealed class AllowedDomains(IEmailSender inner, ImmutableArray<string> domains) : IEmailSender
{
    /// <inheritdoc/>
    public Task<SendOutcome> SendAsync(OutgoingEmail email, CancellationToken cancellationToken) =>
        IsAllowed(email.Address)
            ? inner.SendAsync(email, cancellationToken)
            : Task.FromResult<SendOutcome>(
                new SendOutcome.Refused(
                    "The address is outside the domains that may be mailed here.",
                    RefusalCause.NotAllowed
                )
            );

    private bool IsAllowed(string address) =>
        domains.IsDefaultOrEmpty
        || domains.Contains(address[(address.LastIndexOf('@') + 1)..], StringComparer.OrdinalIgnoreCase);
}
