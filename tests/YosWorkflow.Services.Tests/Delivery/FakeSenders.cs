using System.Collections.Concurrent;
using YosWorkflow.Services.Delivery;

namespace YosWorkflow.Services.Tests.Delivery;

/// <summary>Takes emails, and answers as it is told to.</summary>
internal sealed class FakeEmails : IEmailSender
{
    private readonly ConcurrentQueue<OutgoingEmail> sent = new();

    public Func<OutgoingEmail, SendOutcome> Answer { get; set; } = _ => new SendOutcome.Accepted("id");

    public IReadOnlyList<OutgoingEmail> Sent => [.. sent];

    public Task<SendOutcome> SendAsync(OutgoingEmail email, CancellationToken cancellationToken)
    {
        sent.Enqueue(email);
        return Task.FromResult(Answer(email));
    }
}

/// <summary>Takes Teams notifications, and answers as it is told to.</summary>
internal sealed class FakeTeams : ITeamsSender
{
    private readonly ConcurrentQueue<OutgoingTeamsNotification> sent = new();

    public Func<OutgoingTeamsNotification, SendOutcome> Answer { get; set; } =
        _ => new SendOutcome.Accepted(null);

    public IReadOnlyList<OutgoingTeamsNotification> Sent => [.. sent];

    public Task<SendOutcome> SendAsync(
        OutgoingTeamsNotification notification,
        CancellationToken cancellationToken
    )
    {
        sent.Enqueue(notification);
        return Task.FromResult(Answer(notification));
    }
}
