using System.Diagnostics;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Services.Delivery;
using YosWorkflow.TestKit;

namespace YosWorkflow.Services.Tests.Delivery;

public sealed class ClaimantTests(AzuriteFixture azurite)
{
    [Fact]
    public void HasDied_ItselfOrAnotherThatRuns_IsFalse()
    {
        using var other = Start();
        var claimant = Claimant.Of(other.Id);

        Assert.False(Claimant.ThisProcess.HasDied(Claimant.ThisProcess.Id));
        Assert.False(Claimant.ThisProcess.HasDied(claimant.Id));
        other.Kill();
    }

    [Fact]
    public void HasDied_OneThatWasKilled_IsTrue()
    {
        using var other = Start();
        var claimant = Claimant.Of(other.Id);
        other.Kill();
        other.WaitForExit();

        Assert.True(Claimant.ThisProcess.HasDied(claimant.Id));
    }

    [Fact]
    public void HasDied_ProcessIdInUseAgain_IsTrue()
    {
        var parts = Claimant.ThisProcess.Id.Split('|');

        Assert.True(Claimant.ThisProcess.HasDied($"{parts[0]}|{parts[1]}|1"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("another machine|1|1")]
    [InlineData("nonsense")]
    public void HasDied_OneOfWhichNothingIsKnown_IsFalse(string? claimantId) =>
        Assert.False(Claimant.ThisProcess.HasDied(claimantId));

    [Theory]
    [InlineData(false, DigestState.Sent)]
    [InlineData(true, DigestState.Sending)]
    public async Task ExecuteAsync_ClaimantWasKilled_IsTakenUpAtOnceUnlessEventsMaySettleIt(
        bool expectsEvents,
        DigestState expected
    )
    {
        var outbox = await Outbox.NewAsync(azurite);
        outbox.ExpectsEvents = expectsEvents;
        await outbox.InsertAsync([await ClaimedByTheDeadAsync(outbox)]);

        await outbox.SweepAsync();

        Assert.Equal(expected, await outbox.StateOfAsync(Outbox.Email()));
        Assert.All(outbox.Emails.Sent, email => Assert.True(email.MayBeDoubled));
    }

    private static async Task<StoredDigest> ClaimedByTheDeadAsync(Outbox outbox)
    {
        using var other = Start();
        var claimant = Claimant.Of(other.Id);
        other.Kill();
        await other.WaitForExitAsync(TestContext.Current.CancellationToken);
        return outbox.Digest(Outbox.Email(), Outbox.Item("K1")).Claim(claimant.Id, outbox.Clock.GetUtcNow());
    }

    // Waits for what never comes.
    private static Process Start() =>
        Process.Start(
            new ProcessStartInfo("node", ["-e", "process.stdin.resume()"])
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
            }
        )!;
}
