using YosWorkflow.Core.Chasing;
using YosWorkflow.Services.Delivery;
using YosWorkflow.Services.Settings;
using YosWorkflow.TestKit;

namespace YosWorkflow.Services.Tests.Delivery;

/// <summary>The outbox with the real clients and the real wording, against providers that play by a script.</summary>
public sealed class RealClientsTests(AzuriteFixture azurite)
{
    private const string NotInstalled =
        """{"error":{"code":"Forbidden","message":"Application is not authorized to generate custom text notifications to the recipient."}}""";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ExecuteAsync_NoTeamsAndAnHourOf429_IsToldInOneEmailInTheEnd()
    {
        await using var sendGrid = await ScriptedProvider.StartAsync(Cancelled);
        await using var graph = await ScriptedProvider.StartAsync(Cancelled);
        sendGrid.Answers(429, "{}", ("Retry-After", "3600")).Answers(202, "", ("X-Message-Id", "abc"));
        graph.Answers(403, NotInstalled);
        var outbox = await Outbox.NewAsync(azurite);
        var settings = new DeliverySettings
        {
            Mode = DeliveryMode.Capture,
            SendGridApiKey = "capture",
            SendGridFrom = "chase@yos.example",
            SendGridBaseUrl = sendGrid.Url,
            GraphBaseUrl = graph.Url,
        };
        using var emails = new SendGridEmails(
            settings,
            new LetterHead("Kent YOS", "https://yos.example"),
            outbox.Clock
        );
        using var teams = new GraphActivityFeed(settings, DeliveryCredential.Of(settings), outbox.Clock);
        (outbox.RealEmails, outbox.RealTeams) = (emails, teams);
        await outbox.InsertAsync(Outbox.Email(), Outbox.InTeams());

        await SendAsync(outbox);
        for (var minute = 0; minute < 61; minute++)
        {
            outbox.Clock.Advance(TimeSpan.FromMinutes(1));
            await SendAsync(outbox);
        }

        Assert.Single(graph.Received);
        Assert.Equal(2, sendGrid.Received.Count);
        Assert.Empty(MailSendRules.FaultsOf(sendGrid.Received[^1].Body));
        Assert.All(
            ["K-CM001-Email", "K-CM001-Teams", "Name of CM001"],
            said => Assert.Contains(said, sendGrid.Received[^1].Body, StringComparison.Ordinal)
        );
        var sent = await outbox.FindAsync(Outbox.Email());
        Assert.Equal((DigestState.Sent, "abc"), (sent.State, sent.ProviderId));
    }

    [Fact]
    public async Task ExecuteAsync_AnAdministratorsDigest_SaysWhatCouldNotBeDelivered()
    {
        await using var sendGrid = await ScriptedProvider.StartAsync(Cancelled);
        var outbox = await Outbox.NewAsync(azurite);
        var settings = new DeliverySettings
        {
            Mode = DeliveryMode.Capture,
            SendGridApiKey = "capture",
            SendGridFrom = "chase@yos.example",
            SendGridBaseUrl = sendGrid.Url,
        };
        using var emails = new SendGridEmails(
            settings,
            new LetterHead("Kent YOS", "https://yos.example"),
            outbox.Clock
        );
        outbox.RealEmails = emails;
        await outbox.InsertAsync([
            outbox.Digest(Outbox.Email("AD001")) with
            {
                Undelivered = ["CM001, email: bounced"],
            },
        ]);

        await SendAsync(outbox);

        Assert.Contains(
            "CM001, email: bounced",
            Assert.Single(sendGrid.Received).Body,
            StringComparison.Ordinal
        );
    }

    private static async Task SendAsync(Outbox outbox)
    {
        var sender = outbox.Sender(wording: Wording.Own);
        await sender.ExecuteAsync(await sender.LeftOverAsync(Outbox.Day, Cancelled), outbox.Staff, Cancelled);
    }
}
