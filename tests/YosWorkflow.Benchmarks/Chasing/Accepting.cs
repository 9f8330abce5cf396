using YosWorkflow.Services.Delivery;

namespace YosWorkflow.Benchmarks.Chasing;

/// <summary>Takes every message at once, so that what is measured is the chase and its storage, not a provider.</summary>
internal sealed class Accepting : IEmailSender, ITeamsSender
{
    private static readonly Task<SendOutcome> Accepted = Task.FromResult<SendOutcome>(
        new SendOutcome.Accepted(null)
    );

    public Task<SendOutcome> SendAsync(OutgoingEmail email, CancellationToken cancellationToken) => Accepted;

    public Task<SendOutcome> SendAsync(
        OutgoingTeamsNotification notification,
        CancellationToken cancellationToken
    ) => Accepted;
}
