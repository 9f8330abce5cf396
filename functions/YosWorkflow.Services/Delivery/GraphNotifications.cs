using Azure.Core;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Users.Item.Teamwork.SendActivityNotification;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using YosWorkflow.Services.Settings;

namespace YosWorkflow.Services.Delivery;

/// <summary>
/// The Graph client, and the one request that is made with it. Everything of its 41 MB is behind this class, so that nothing of
/// it is loaded before the first notification.
/// </summary>
internal sealed class GraphNotifications : IDisposable
{
    private const string Version = "/v1.0";

    private readonly GraphServiceClient graph;
    private readonly string? teamsAppId;

    /// <param name="http">The client that sends. It has none of the SDK's handlers, and so none of its retries.</param>
    /// <param name="settings">Where Graph is, and our Teams app.</param>
    /// <param name="credential">Who we are.</param>
    public GraphNotifications(HttpClient http, DeliverySettings settings, TokenCredential credential)
    {
        var root = (settings.GraphBaseUrl?.AbsoluteUri ?? "https://graph.microsoft.com").TrimEnd('/');
        var url = root.EndsWith(Version, StringComparison.Ordinal) ? root : root + Version;
        graph = new GraphServiceClient(
            http,
            new BaseBearerTokenAuthenticationProvider(new GraphTokens(credential, new Uri(url))),
            url
        );
        teamsAppId = settings.TeamsAppId;
    }

    /// <summary>Asks Graph to notify, and gives its answer whatever it is.</summary>
    /// <exception cref="UnansweredException">No answer came.</exception>
    public async Task<HttpResponseMessage> SendAsync(
        OutgoingTeamsNotification notification,
        CancellationToken cancellationToken
    )
    {
        var native = new NativeResponseHandler();
        await graph
            .Users[notification.EntraId]
            .Teamwork.SendActivityNotification.PostAsync(
                BodyOf(notification),
                request => request.Options.Add(new ResponseHandlerOption { ResponseHandler = native }),
                cancellationToken
            );
        return (HttpResponseMessage)native.Value!;
    }

    /// <inheritdoc/>
    public void Dispose() => graph.Dispose();

    private SendActivityNotificationPostRequestBody BodyOf(OutgoingTeamsNotification notification)
    {
        var text = notification.Message.Text;
        return new SendActivityNotificationPostRequestBody
        {
            ActivityType = TeamsActivities.DigestReady,
            ChainId = ChainId.Of(notification.Digest),
            Topic = new TeamworkActivityTopic
            {
                Source = TeamworkActivityTopicSource.Text,
                Value = TeamsActivities.Topic,
                WebUrl = TeamsLink.To(teamsAppId, notification.Message.Url),
            },
            PreviewText = new ItemBody { Content = Preview(text) },
            TemplateParameters = [new() { Name = TeamsActivities.Summary, Value = text }],
        };
    }

    private static string Preview(string text) =>
        text.Length <= TeamsActivities.LongestPreview
            ? text
            : text[..(TeamsActivities.LongestPreview - 1)] + "…";
}
