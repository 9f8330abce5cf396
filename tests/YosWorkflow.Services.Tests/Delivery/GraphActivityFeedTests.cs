using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Time.Testing;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Core.Chasing.Messages;
using YosWorkflow.Services.Delivery;
using YosWorkflow.Services.Settings;
using YosWorkflow.TestKit;

namespace YosWorkflow.Services.Tests.Delivery;

public sealed class GraphActivityFeedTests : IAsyncLifetime
{
    private const string EntraId = "569363e2-4e49-4661-87f2-16f245c5d66a";

    // Graph's own words for its two causes of a 403.
    private const string NotInstalled =
        """{"error":{"code":"Forbidden","message":"Application with AAD App Id '22222222-2222-2222-2222-222222222222' is not authorized to generate custom text notifications about '/users/569363e2-4e49-4661-87f2-16f245c5d66a/teamwork/sendActivityNotification' to the recipient. Ensure that the expected Teams app is installed in the target scope (user, team, or chat)."}}""";

    private const string PermissionMissing =
        """{"error":{"code":"Forbidden","message":"Missing role permissions on the request. API requires one of 'TeamsActivity.Send, TeamsActivity.Send.User'. Roles on the request ''. Resource specific consent grants on the request ''."}}""";

    private static readonly DateTimeOffset Now = new(2026, 11, 24, 7, 30, 0, TimeSpan.Zero);

    private ScriptedProvider provider = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => provider = await ScriptedProvider.StartAsync(Cancelled);

    public ValueTask DisposeAsync() => provider.DisposeAsync();

    [Fact]
    public async Task SendAsync_ANotification_ArrivesAsGraphWantsIt()
    {
        provider.Answers(204);

        Assert.Equal(new SendOutcome.Accepted(null), await SendAsync());

        var request = Assert.Single(provider.Received);
        Assert.Equal(
            ("POST", $"/v1.0/users/{EntraId}/teamwork/sendActivityNotification"),
            (request.Method, request.Path)
        );
        Assert.Equal("Bearer a-token", request.Headers["Authorization"]);
        using var body = JsonDocument.Parse(request.Body);
        var sent = body.RootElement;
        Assert.Equal(TeamsActivities.DigestReady, sent.GetProperty("activityType").GetString());
        var topic = sent.GetProperty("topic");
        Assert.Equal("text", topic.GetProperty("source").GetString());
        Assert.StartsWith(
            "https://teams.microsoft.com/l/entity/an-app/",
            topic.GetProperty("webUrl").GetString(),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "webUrl=https%3A%2F%2Fyos.example%2Fmy-day%3Ffor%3DCM001",
            topic.GetProperty("webUrl").GetString(),
            StringComparison.Ordinal
        );
        Assert.Equal("3 overdue", sent.GetProperty("previewText").GetProperty("content").GetString());
        var parameter = Assert.Single(sent.GetProperty("templateParameters").EnumerateArray());
        Assert.Equal(TeamsActivities.Summary, parameter.GetProperty("name").GetString());
        Assert.Equal("3 overdue", parameter.GetProperty("value").GetString());
        Assert.True(sent.GetProperty("chainId").GetInt64() > 0);
    }

    [Fact]
    public async Task SendAsync_TheSameDigestAgain_HasTheSameChain()
    {
        await SendAsync();
        await SendAsync();
        await SendAsync(
            Notification() with
            {
                Digest = new DigestKey(new DateOnly(2026, 11, 25), "CM001", Channel.Teams),
            }
        );

        var chains = provider
            .Received.Select(request => JsonDocument.Parse(request.Body))
            .Select(body => body.RootElement.GetProperty("chainId").GetInt64())
            .ToArray();
        Assert.Equal(chains[0], chains[1]);
        Assert.NotEqual(chains[0], chains[2]);
    }

    [Fact]
    public async Task SendAsync_WithoutATeamsApp_LeadsToThePage()
    {
        await SendAsync(settings: Settings() with { TeamsAppId = null });

        using var body = JsonDocument.Parse(Assert.Single(provider.Received).Body);
        Assert.Equal(
            "https://yos.example/my-day?for=CM001",
            body.RootElement.GetProperty("topic").GetProperty("webUrl").GetString()
        );
    }

    [Fact]
    public async Task SendAsync_ALongText_IsPreviewedIn150Characters()
    {
        await SendAsync(
            Notification() with
            {
                Message = new TeamsMessage(new string('x', 200), "https://yos.example"),
            }
        );

        using var body = JsonDocument.Parse(Assert.Single(provider.Received).Body);
        var preview = body.RootElement.GetProperty("previewText").GetProperty("content").GetString();
        Assert.Equal(150, preview!.Length);
    }

    [Fact]
    public async Task SendAsync_429_TriesAfterWhatGraphAsksAndOnlyOnce()
    {
        provider.Answers(429, "{}", ("Retry-After", "17"));

        var later = Assert.IsType<SendOutcome.TryLater>(await SendAsync());

        Assert.Equal(TimeSpan.FromSeconds(17), later.After);
        Assert.Single(provider.Received);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task SendAsync_TroubleThatMayPass_TriesLaterAndSendsOnlyOnce(int status)
    {
        provider.Answers(status, "<html>oops</html>");

        Assert.IsType<SendOutcome.TryLater>(await SendAsync());
        Assert.Single(provider.Received);
    }

    [Fact]
    public async Task SendAsync_AppNotInstalled_IsToldApart()
    {
        provider.Answers(403, NotInstalled);

        Assert.Equal(
            new SendOutcome.Refused(
                "Our Teams app is not installed for this person.",
                RefusalCause.TeamsAppNotInstalled
            ),
            await SendAsync()
        );
    }

    [Theory]
    [InlineData(PermissionMissing)]
    [InlineData("{}")]
    [InlineData("")]
    [InlineData("""{"error":{"code":"Forbidden","message":"Something new."}}""")]
    public async Task SendAsync_AnyOther403_IsAMissingPermission(string body)
    {
        provider.Answers(403, body);

        var refused = Assert.IsType<SendOutcome.Refused>(await SendAsync());

        Assert.Equal(RefusalCause.TeamsPermissionMissing, refused.Cause);
        Assert.Contains("TeamsActivity.Send", refused.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(412)]
    public async Task SendAsync_Refused_SaysWhyWithoutAnIdentifier(int status)
    {
        provider.Answers(
            status,
            $$$"""{"error":{"code":"NotFound","message":"Resource '{{{EntraId}}}' or ann@kent.example does not exist."}}"""
        );

        var refused = Assert.IsType<SendOutcome.Refused>(await SendAsync());

        Assert.Equal(RefusalCause.Rejected, refused.Cause);
        Assert.Contains($"({status})", refused.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain(EntraId, refused.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("ann@", refused.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"error\":3}")]
    public async Task SendAsync_MalformedAnswer_CountsByItsStatus(string body)
    {
        provider.Answers(400, body);

        Assert.Equal(
            new SendOutcome.Refused("Graph refused the notification (400).", RefusalCause.Rejected),
            await SendAsync()
        );
    }

    [Fact]
    public async Task SendAsync_NobodyListens_TriesLater()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        var outcome = await SendAsync(
            settings: Settings() with
            {
                GraphBaseUrl = new Uri($"http://127.0.0.1:{port}"),
            }
        );

        Assert.Equal(new SendOutcome.TryLater("Graph could not be reached.", null), outcome);
    }

    [Fact]
    public async Task SendAsync_Reset_IsUnsureAndSentOnce()
    {
        provider.Resets();

        Assert.IsType<SendOutcome.Unsure>(await SendAsync());
        Assert.Single(provider.Received);
    }

    [Fact]
    public async Task SendAsync_NoAnswerInTime_IsUnsure()
    {
        provider.Hangs();
        using var feed = Feed(Settings(), TimeSpan.FromSeconds(3));

        Assert.IsType<SendOutcome.Unsure>(await feed.SendAsync(Notification(), Cancelled));
    }

    [Fact]
    public async Task SendAsync_NoToken_TriesLaterWithoutARequest()
    {
        using var feed = new GraphActivityFeed(
            Settings(),
            new Tokens(() => throw new CredentialUnavailableException("no identity here")),
            new FakeTimeProvider(Now)
        );

        Assert.Equal(
            new SendOutcome.TryLater("Entra gave us no token for Graph.", null),
            await feed.SendAsync(Notification(), Cancelled)
        );
        Assert.Empty(provider.Received);
    }

    [Fact]
    public async Task SendAsync_AnEmptyToken_SendsNothing()
    {
        using var feed = new GraphActivityFeed(Settings(), new Tokens(() => ""), new FakeTimeProvider(Now));

        Assert.IsType<SendOutcome.TryLater>(await feed.SendAsync(Notification(), Cancelled));
        Assert.Empty(provider.Received);
    }

    [Fact]
    public async Task SendAsync_UnencryptedToAnotherMachine_SendsNoToken()
    {
        using var feed = Feed(Settings() with { GraphBaseUrl = new Uri("http://graph.example") });

        await Assert.ThrowsAsync<InvalidOperationException>(() => feed.SendAsync(Notification(), Cancelled));
    }

    [Fact]
    public async Task SendAsync_ManyAtOnce_KeepsUnderFiveASecond()
    {
        using var feed = new GraphActivityFeed(Settings(), new Tokens(() => "a-token"), TimeProvider.System);
        await feed.SendAsync(Notification(), Cancelled);
        var watch = Stopwatch.StartNew();

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => feed.SendAsync(Notification(), Cancelled)));

        Assert.True(watch.Elapsed >= TimeSpan.FromSeconds(1.2), $"{watch.Elapsed}");
        Assert.Equal(7, provider.Received.Count);
    }

    [Fact]
    public async Task SendAsync_ToTheCaptureServer_DoesNotWait()
    {
        var clock = new FakeTimeProvider(Now);
        var settings = Settings() with { Mode = DeliveryMode.Capture };
        using var feed = new GraphActivityFeed(settings, DeliveryCredential.Of(settings), clock);

        // The clock stands still: one who waited would wait for ever.
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => feed.SendAsync(Notification(), Cancelled)));

        Assert.Equal("Bearer capture", provider.Received[0].Headers["Authorization"]);
    }

    private static OutgoingTeamsNotification Notification() =>
        new(
            new DigestKey(new DateOnly(2026, 11, 24), "CM001", Channel.Teams),
            EntraId,
            new TeamsMessage("3 overdue", "https://yos.example/my-day?for=CM001")
        );

    private DeliverySettings Settings() =>
        new()
        {
            Mode = DeliveryMode.Live,
            GraphBaseUrl = provider.Url,
            TeamsAppId = "an-app",
        };

    private static GraphActivityFeed Feed(DeliverySettings settings, TimeSpan? patience = null) =>
        new(settings, new Tokens(() => "a-token"), new FakeTimeProvider(Now), patience);

    private async Task<SendOutcome> SendAsync(
        OutgoingTeamsNotification? notification = null,
        DeliverySettings? settings = null
    )
    {
        using var feed = Feed(settings ?? Settings());
        return await feed.SendAsync(notification ?? Notification(), Cancelled);
    }

    private sealed class Tokens(Func<string> token) : TokenCredential
    {
        public override AccessToken GetToken(
            TokenRequestContext requestContext,
            CancellationToken cancellationToken
        ) => new(token(), DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(
            TokenRequestContext requestContext,
            CancellationToken cancellationToken
        ) => ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
