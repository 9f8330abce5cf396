using YosWorkflow.Core.Chasing;
using YosWorkflow.Services.Delivery;
using YosWorkflow.TestKit;

namespace YosWorkflow.Services.Tests.Delivery;

public sealed class ParkedDigestsTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RetryAsync_AParkedDigest_IsSentWithTheNextSweepHoweverOldItIs()
    {
        var (outbox, parked) = await NewAsync();
        outbox.Clock.Advance(TimeSpan.FromDays(5));

        var outcome = await parked.RetryAsync(Outbox.Email(), Cancelled);
        outbox.Emails.Answer = _ => new SendOutcome.TryLater("Slower.", null);
        await outbox.SweepAsync();
        var waiting = await outbox.StateOfAsync(Outbox.Email());
        outbox.Emails.Answer = _ => new SendOutcome.Accepted(null);
        outbox.Clock.Advance(BackOff.After(1, null));
        await outbox.SweepAsync();

        Assert.Equal((ParkedOutcome.Done, DigestState.Failed), (outcome, waiting));
        var sent = await outbox.FindAsync(Outbox.Email());
        Assert.Equal((DigestState.Sent, 2, null), (sent.State, sent.Attempts, sent.Cause));
    }

    [Fact]
    public async Task GiveUpAsync_AParkedDigest_IsCancelledWithTheNote()
    {
        var (outbox, parked) = await NewAsync();

        await parked.GiveUpAsync(Outbox.Email(), "AD001", "Told by telephone.", Cancelled);

        var given = await outbox.FindAsync(Outbox.Email());
        Assert.Equal(
            (DigestState.Cancelled, "Given up by AD001: Told by telephone. (It was parked: Bounced.)"),
            (given.State, given.Reason)
        );
        Assert.True(given.ParkedTold);
    }

    [Fact]
    public async Task RetryAsync_NotParkedOrNotThere_SaysSo()
    {
        var (outbox, parked) = await NewAsync();
        await outbox.InsertAsync(Outbox.Email("CM002"));

        Assert.Equal(ParkedOutcome.NotParked, await parked.RetryAsync(Outbox.Email("CM002"), Cancelled));
        Assert.Equal(ParkedOutcome.Unknown, await parked.RetryAsync(Outbox.Email("CM009"), Cancelled));
        Assert.Equal(
            ParkedOutcome.Unknown,
            await parked.GiveUpAsync(Outbox.Email("CM009"), "", "note", Cancelled)
        );
    }

    private async Task<(Outbox Outbox, ParkedDigests Parked)> NewAsync()
    {
        var outbox = await Outbox.NewAsync(azurite);
        await outbox.InsertAsync(Outbox.Email());
        outbox.Emails.Answer = _ => new SendOutcome.Refused("Bounced.", RefusalCause.Rejected);
        await outbox.SendAsync(Outbox.Email());
        return (outbox, new ParkedDigests(outbox.Digests, outbox.Clock));
    }
}
