using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Core.Chasing.Messages;
using YosWorkflow.Services.Delivery;
using YosWorkflow.Services.Settings;
using YosWorkflow.TestKit;

namespace YosWorkflow.Services.Tests.Delivery;

public sealed class SendGridEmailsTests : IAsyncLifetime
{
    private const string Key = "SG.an-api-key.that-is-secret";
    private const string Address = "ann.field@kent.example";

    private static readonly DateTimeOffset Now = new(2026, 11, 24, 7, 30, 0, TimeSpan.Zero);

    private ScriptedProvider provider = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => provider = await ScriptedProvider.StartAsync(Cancelled);

    public ValueTask DisposeAsync() => provider.DisposeAsync();

    [Fact]
    public async Task SendAsync_Accepted_GivesTheMessageId()
    {
        provider.Answers(202, "", ("X-Message-Id", "abc123"));

        Assert.Equal(new SendOutcome.Accepted("abc123"), await SendAsync());
    }

    [Fact]
    public async Task SendAsync_AnEmail_ArrivesByTheRulesOfMailSend()
    {
        await SendAsync(Email() with { MayBeDoubled = true });

        var request = Assert.Single(provider.Received);
        Assert.Equal(("POST", "/v3/mail/send"), (request.Method, request.Path));
        Assert.Equal($"Bearer {Key}", request.Headers["Authorization"]);
        Assert.Empty(MailSendRules.FaultsOf(request.Body));
        using var body = JsonDocument.Parse(request.Body);
        var mail = body.RootElement;
        var person = Assert.Single(mail.GetProperty("personalizations").EnumerateArray());
        var to = Assert.Single(person.GetProperty("to").EnumerateArray());
        Assert.Equal(Address, to.GetProperty("email").GetString());
        Assert.Equal("Ann Field", to.GetProperty("name").GetString());
        Assert.Equal(
            "2026-11-24|CM001|email",
            person.GetProperty("custom_args").GetProperty("digest").GetString()
        );
        Assert.Equal("true", person.GetProperty("custom_args").GetProperty("may_be_doubled").GetString());
        Assert.Equal("chase@yos.example", mail.GetProperty("from").GetProperty("email").GetString());
        Assert.Equal("digest", Assert.Single(mail.GetProperty("categories").EnumerateArray()).GetString());
        Assert.Equal(
            ["text/plain", "text/html"],
            mail.GetProperty("content").EnumerateArray().Select(part => part.GetProperty("type").GetString())
        );
        var tracking = mail.GetProperty("tracking_settings");
        Assert.All(
            ["click_tracking", "open_tracking", "subscription_tracking"],
            name => Assert.False(tracking.GetProperty(name).GetProperty("enable").GetBoolean())
        );
    }

    [Theory]
    [InlineData("http://127.0.0.1:{0}")]
    [InlineData("http://127.0.0.1:{0}/")]
    public async Task SendAsync_BaseUrlWithOrWithoutSlash_ReachesIt(string url)
    {
        var at = new Uri(string.Format(CultureInfo.InvariantCulture, url, provider.Url.Port));

        await SendAsync(settings: Settings() with { SendGridBaseUrl = at });

        Assert.Equal("/v3/mail/send", Assert.Single(provider.Received).Path);
    }

    [Fact]
    public async Task SendAsync_429WithSeconds_TriesAfterThem()
    {
        provider.Answers(429, "{}", ("Retry-After", "90"));

        Assert.Equal(TimeSpan.FromSeconds(90), (await LaterAsync()).After);
        Assert.Single(provider.Received);
    }

    [Fact]
    public async Task SendAsync_429WithADate_TriesAfterIt()
    {
        provider.Answers(429, "{}", ("Retry-After", (Now + TimeSpan.FromMinutes(7)).ToString("R")));

        Assert.Equal(TimeSpan.FromMinutes(7), (await LaterAsync()).After);
    }

    [Fact]
    public async Task SendAsync_429WithARateLimitReset_TriesAfterIt()
    {
        var reset = (Now + TimeSpan.FromSeconds(42)).ToUnixTimeSeconds();
        provider.Answers(429, "{}", ("X-RateLimit-Reset", reset.ToString(CultureInfo.InvariantCulture)));

        Assert.Equal(TimeSpan.FromSeconds(42), (await LaterAsync()).After);
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("-5")]
    [InlineData("99999999999999999999")]
    [InlineData("")]
    public async Task SendAsync_429WithNonsense_LeavesTheWaitToTheOutbox(string wait)
    {
        provider.Answers(429, "not json", ("Retry-After", wait), ("X-RateLimit-Reset", wait));

        Assert.Null((await LaterAsync()).After);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task SendAsync_TroubleThatMayPass_TriesLaterAndSendsOnlyOnce(int status)
    {
        provider.Answers(status, "<html>oops</html>");

        await LaterAsync();
        Assert.Single(provider.Received);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(413)]
    [InlineData(302)]
    public async Task SendAsync_Refused_SaysWhyWithoutAddressOrKey(int status)
    {
        provider.Answers(
            status,
            $$"""{"errors":[{"message":"Does not like {{Address}} or ann.field, key {{Key}}","field":"to","help":null}]}"""
        );

        var refused = Assert.IsType<SendOutcome.Refused>(await SendAsync());

        Assert.Equal(RefusalCause.Rejected, refused.Cause);
        Assert.Contains(
            status.ToString(CultureInfo.InvariantCulture),
            refused.Reason,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("ann.field", refused.Reason, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("SG.", refused.Reason, StringComparison.Ordinal);
        Assert.Equal(status is 401 or 403, refused.Reason.Contains("API key", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"errors\":7}")]
    [InlineData("{\"errors\":[{}]}")]
    [InlineData("null")]
    public async Task SendAsync_RefusedWithAMalformedBody_IsRefusedAllTheSame(string body)
    {
        provider.Answers(400, body);

        Assert.Equal(
            new SendOutcome.Refused("SendGrid refused the email (400).", RefusalCause.Rejected),
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
                SendGridBaseUrl = new Uri($"http://127.0.0.1:{port}"),
            }
        );

        Assert.Equal(new SendOutcome.TryLater("SendGrid could not be reached.", null), outcome);
    }

    [Fact]
    public async Task SendAsync_ResetAfterTheRequestWent_IsUnsureAndSentOnce()
    {
        provider.Resets();

        Assert.IsType<SendOutcome.Unsure>(await SendAsync());
        Assert.Single(provider.Received);
    }

    [Fact]
    public async Task SendAsync_ResetOnAConnectionThatWasUsedBefore_IsUnsureAndSentOnce()
    {
        provider.Answers(202).Resets();
        using var emails = Emails(Settings());

        await emails.SendAsync(Email(), Cancelled);
        var second = await emails.SendAsync(Email(), Cancelled);

        Assert.IsType<SendOutcome.Unsure>(second);
        Assert.Equal(2, provider.Received.Count);
    }

    [Fact]
    public async Task SendAsync_NoAnswerInTime_IsUnsure()
    {
        provider.Hangs();

        Assert.Equal(
            new SendOutcome.Unsure("SendGrid did not answer in time."),
            await SendAsync(patience: TimeSpan.FromSeconds(3))
        );
    }

    [Fact]
    public async Task SendAsync_AnswerThatIsNotHttp_IsUnsure()
    {
        provider.Babbles();

        Assert.IsType<SendOutcome.Unsure>(await SendAsync());
    }

    [Theory]
    [InlineData(202, typeof(SendOutcome.Accepted))]
    [InlineData(503, typeof(SendOutcome.TryLater))]
    [InlineData(400, typeof(SendOutcome.Refused))]
    public async Task SendAsync_AnswerThatBreaksOff_CountsByItsStatus(int status, Type expected)
    {
        provider.BreaksOffAfter(status);

        Assert.IsType(expected, await SendAsync());
    }

    [Fact]
    public async Task SendAsync_Stopped_Throws()
    {
        provider.Hangs();
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        using var emails = Emails(Settings());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => emails.SendAsync(Email(), stop.Token));
    }

    [Fact]
    public async Task SendAsync_AddressOutsideTheAllowedDomains_IsRefusedUnsent()
    {
        using var emails = Emails(Settings());
        var allowed = new AllowedDomains(emails, ["kent.example"]);

        var outside = await allowed.SendAsync(Email() with { Address = "ann@not-kent.example" }, Cancelled);
        var below = await allowed.SendAsync(
            Email() with
            {
                Address = "ann@kent.example.evil.example",
            },
            Cancelled
        );

        Assert.All(
            [outside, below],
            outcome =>
                Assert.Equal(RefusalCause.NotAllowed, Assert.IsType<SendOutcome.Refused>(outcome).Cause)
        );
        Assert.Empty(provider.Received);
    }

    [Fact]
    public async Task SendAsync_AddressWithinTheAllowedDomains_IsSent()
    {
        using var emails = Emails(Settings());
        var allowed = new AllowedDomains(emails, ["other.example", "kent.example"]);

        Assert.IsType<SendOutcome.Accepted>(
            await allowed.SendAsync(Email() with { Address = "Ann@KENT.example" }, Cancelled)
        );
    }

    private static OutgoingEmail Email() =>
        new(
            new DigestKey(new DateOnly(2026, 11, 24), "CM001", Channel.Email),
            Address,
            "Ann Field",
            new EmailMessage("2 overdue", "In plain text", "<p>In HTML</p>")
        );

    private DeliverySettings Settings() =>
        new()
        {
            Mode = DeliveryMode.Live,
            SendGridApiKey = Key,
            SendGridFrom = "chase@yos.example",
            SendGridBaseUrl = provider.Url,
        };

    private static SendGridEmails Emails(DeliverySettings settings, TimeSpan? patience = null) =>
        new(settings, new LetterHead("Kent YOS", "https://yos.example"), new FakeTimeProvider(Now), patience);

    private async Task<SendOutcome.TryLater> LaterAsync() =>
        Assert.IsType<SendOutcome.TryLater>(await SendAsync());

    private async Task<SendOutcome> SendAsync(
        OutgoingEmail? email = null,
        DeliverySettings? settings = null,
        TimeSpan? patience = null
    )
    {
        using var emails = Emails(settings ?? Settings(), patience);
        return await emails.SendAsync(email ?? Email(), Cancelled);
    }
}
