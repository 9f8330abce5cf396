using Microsoft.Extensions.Logging.Abstractions;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Services.Delivery;
using YosWorkflow.TestKit;

namespace YosWorkflow.Services.Tests.Delivery;

public sealed class ApplyDeliveryEventsTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ExecuteAsync_EventsOfSeveralDigests_MovesEachAndCountsWhatMoved()
    {
        var outbox = await Outbox.NewAsync(azurite);
        await outbox.InsertAsync(Outbox.Email(), Outbox.Email("CM002"));
        await outbox.SendAsync(Outbox.Email(), Outbox.Email("CM002"));
        DeliveryEvent[] events =
        [
            Happened(outbox, Outbox.Email(), DeliveryEventKind.Delivered, 5),
            Happened(outbox, Outbox.Email(), DeliveryEventKind.Processed, 1),
            Happened(outbox, Outbox.Email("CM002"), DeliveryEventKind.Bounce, 2),
            Happened(outbox, Outbox.Email("NOBODY"), DeliveryEventKind.Delivered, 2),
        ];

        var moved = await Apply(outbox).ExecuteAsync(events, Cancelled);
        var again = await Apply(outbox).ExecuteAsync(events, Cancelled);

        Assert.Equal((3, 0), (moved, again));
        Assert.Equal(DigestState.Delivered, await outbox.StateOfAsync(Outbox.Email()));
        Assert.Equal(DigestState.Parked, await outbox.StateOfAsync(Outbox.Email("CM002")));
    }

    [Fact]
    public async Task ExecuteAsync_ProcessedWhileNobodyKnowsWhetherItWent_SettlesItAndItIsNotSentAgain()
    {
        var outbox = await Outbox.NewAsync(azurite);
        await outbox.InsertAsync(Outbox.Email());
        outbox.Emails.Answer = _ => new SendOutcome.Unsure("It broke.");
        await outbox.SendAsync(Outbox.Email());

        await Apply(outbox)
            .ExecuteAsync([Happened(outbox, Outbox.Email(), DeliveryEventKind.Processed, 1)], Cancelled);
        outbox.Clock.Advance(TimeSpan.FromHours(1));
        await outbox.SweepAsync();

        Assert.Single(outbox.Emails.Sent);
        var sent = await outbox.FindAsync(Outbox.Email());
        Assert.Equal((DigestState.Sent, false, null), (sent.State, sent.MayBeDoubled, sent.Reason));
    }

    [Fact]
    public async Task ExecuteAsync_ManyAtOnce_LosesNone()
    {
        var outbox = await Outbox.NewAsync(azurite);
        await outbox.InsertAsync(Outbox.Email());
        await outbox.SendAsync(Outbox.Email());

        await Task.WhenAll(
            new[]
            {
                DeliveryEventKind.Processed,
                DeliveryEventKind.Deferred,
                DeliveryEventKind.Delivered,
            }.Select(
                (kind, at) =>
                    Apply(outbox).ExecuteAsync([Happened(outbox, Outbox.Email(), kind, at)], Cancelled)
            )
        );

        Assert.Equal(DigestState.Delivered, await outbox.StateOfAsync(Outbox.Email()));
    }

    private static ApplyDeliveryEvents Apply(Outbox outbox) =>
        new(outbox.Digests, outbox.Clock, NullLogger<ApplyDeliveryEvents>.Instance);

    private static DeliveryEvent Happened(
        Outbox outbox,
        DigestKey key,
        DeliveryEventKind kind,
        int seconds
    ) => new(key, kind, outbox.Clock.GetUtcNow().AddSeconds(seconds), null);
}
