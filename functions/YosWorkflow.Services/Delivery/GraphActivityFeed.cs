using Azure.Core;
using YosWorkflow.Services.Settings;

namespace YosWorkflow.Services.Delivery;

/// <summary>
/// Notifies people in their Teams activity feed through Microsoft Graph, by its own client: the one way in which an app without
/// a user may tell a person something in Teams. A repeat takes the first one's place.
/// </summary>
public sealed class GraphActivityFeed : ITeamsSender, IDisposable
{
    /// <summary>
    /// The time between two requests. Graph takes at most 5 a second from an app in a tenant; other instances of the app, and a
    /// second try, need some room as well.
    /// </summary>
    public static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(250);

    private const string Provider = "Graph";

    private readonly TimeProvider clock;
    private readonly Pacer pacer;
    private readonly HttpClient http;
    private readonly Lazy<GraphNotifications> notifications;

    /// <summary>Notifies by settings.</summary>
    /// <param name="settings">Our Teams app, and another address of Graph's if there is one.</param>
    /// <param name="credential">Who we are.</param>
    /// <param name="clock">The time, by which requests are paced and dates in answers read.</param>
    /// <param name="patience">For how long an answer is waited for; 30 seconds by default.</param>
    public GraphActivityFeed(
        DeliverySettings settings,
        TokenCredential credential,
        TimeProvider clock,
        TimeSpan? patience = null
    )
    {
        this.clock = clock;
        // The capture server has no limit, and the local host's chase need not wait for one.
        pacer = new Pacer(settings.Mode == DeliveryMode.Live ? Gap : TimeSpan.Zero, clock);
        http = OneTry.Client(Provider, patience ?? OneTry.Patience);
        notifications = new Lazy<GraphNotifications>(() =>
            new GraphNotifications(http, settings, credential)
        );
    }

    /// <inheritdoc/>
    public async Task<SendOutcome> SendAsync(
        OutgoingTeamsNotification notification,
        CancellationToken cancellationToken
    )
    {
        await pacer.WaitAsync(cancellationToken);
        try
        {
            using var response = await notifications.Value.SendAsync(notification, cancellationToken);
            var answer = new ProviderAnswer(
                Provider,
                (int)response.StatusCode,
                name => response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null,
                await ProviderAnswer.TextOfAsync(response.Content, cancellationToken)
            );
            return answer.IsAccepted ? new SendOutcome.Accepted(null)
                : answer.Passing(clock.GetUtcNow()) is { } later ? later
                : GraphRefusal.Of(answer);
        }
        catch (UnansweredException unanswered)
        {
            return unanswered.Outcome;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (notifications.IsValueCreated)
        {
            notifications.Value.Dispose();
        }

        http.Dispose();
    }
}
