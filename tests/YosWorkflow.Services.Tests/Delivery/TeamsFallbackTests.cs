using YosWorkflow.Core.Chasing;
using YosWorkflow.Services.Delivery;
using YosWorkflow.Services.Storage;
using YosWorkflow.TestKit;

namespace YosWorkflow.Services.Tests.Delivery;

public sealed class TeamsFallbackTests(AzuriteFixture azurite)
{
    private static readonly SendOutcome NotInstalled = new SendOutcome.Refused(
        "Not installed.",
        RefusalCause.TeamsAppNotInstalled
    );

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ExecuteAsync_AppNotInstalled_TellsItInTheEmailOfTheDay()
    {
        var outbox = await NewAsync(Outbox.Email(), Outbox.InTeams());

        var results = await outbox.SendAsync(Outbox.Email(), Outbox.InTeams());

        Assert.Equal("K-CM001-Email,K-CM001-Teams", Assert.Single(outbox.Emails.Sent).Message.Text);
        var teams = await outbox.FindAsync(Outbox.InTeams());
        Assert.Equal(
            (DigestState.Cancelled, "Not installed. It was told by email instead."),
            (teams.State, teams.Reason)
        );
        Assert.Equal(RefusalCause.TeamsAppNotInstalled, teams.Cause);
        Assert.Equal(2, (await outbox.FindAsync(Outbox.Email())).Items.Length);
        Assert.Equal(
            [(Channel.Email, true), (Channel.Teams, false)],
            results.Select(result => (result.Key.Channel, result.SentNow)).Order()
        );
    }

    [Fact]
    public async Task ExecuteAsync_AppNotInstalled_MakesThreeTransactionsForThatPerson()
    {
        var outbox = await NewAsync(Outbox.Email(), Outbox.InTeams());
        var tally = outbox.Storage.Transactions.Measure();

        await outbox
            .Sender(outbox.Storage)
            .ExecuteAsync([Outbox.Email(), Outbox.InTeams()], outbox.Staff, Cancelled);

        Assert.Equal(3 + 1, tally.Total);
    }

    [Fact]
    public async Task ExecuteAsync_AppNotInstalledAndNoEmailOfTheDay_SendsOne()
    {
        var outbox = await NewAsync(Outbox.InTeams());

        var results = await outbox.SendAsync(Outbox.InTeams());

        Assert.Equal("K-CM001-Teams", Assert.Single(outbox.Emails.Sent).Message.Text);
        Assert.Equal(DigestState.Sent, await outbox.StateOfAsync(Outbox.Email()));
        Assert.Contains(new DigestResult(Outbox.Email(), DigestState.Sent, SentNow: true, null), results);
    }

    [Fact]
    public async Task ExecuteAsync_AppNotInstalledAndTheEmailWaits_JoinsIt()
    {
        var outbox = await NewAsync(Outbox.Email(), Outbox.InTeams());
        outbox.Emails.Answer = _ => new SendOutcome.TryLater("Slower.", TimeSpan.FromHours(1));
        await outbox.SendAsync(Outbox.Email());
        outbox.Emails.Answer = _ => new SendOutcome.Accepted(null);

        await outbox.SendAsync(Outbox.InTeams());
        Assert.Single(outbox.Emails.Sent);
        outbox.Clock.Advance(TimeSpan.FromHours(1));
        await outbox.SweepAsync();

        Assert.Equal("K-CM001-Email,K-CM001-Teams", outbox.Emails.Sent[^1].Message.Text);
        Assert.Equal(2, outbox.Emails.Sent.Count);
        Assert.Equal(DigestState.Cancelled, await outbox.StateOfAsync(Outbox.InTeams()));
    }

    [Fact]
    public async Task ExecuteAsync_AppNotInstalledAndTheEmailIsGone_IsToldWithTheNext()
    {
        var outbox = await NewAsync(Outbox.Email(), Outbox.InTeams());
        await outbox.SendAsync(Outbox.Email());

        await outbox.SendAsync(Outbox.InTeams());

        Assert.Single(outbox.Emails.Sent);
        var teams = await outbox.FindAsync(Outbox.InTeams());
        Assert.Equal(
            (DigestState.Cancelled, "Not installed. It is told with the next email instead."),
            (teams.State, teams.Reason)
        );
        var notice = Assert.Single(await NoticesAsync(outbox));
        Assert.Equal(Outbox.Email(), notice.Digest);
        Assert.Equal("K-CM001-Teams", Assert.Single(notice.Items).CaseRef);
    }

    [Fact]
    public async Task ExecuteAsync_DiesAfterTheItemsMoved_TellsThemOnceByEmail()
    {
        var outbox = await NewAsync(Outbox.Email(), Outbox.InTeams());
        outbox.Emails.Answer = _ => throw new Died();
        await Assert.ThrowsAsync<Died>(() => outbox.SendAsync(Outbox.Email(), Outbox.InTeams()));
        outbox.Emails.Answer = _ => new SendOutcome.Accepted(null);

        outbox.Clock.Advance(BackOff.Grace);
        await outbox.SweepAsync();

        Assert.Single(outbox.Teams.Sent);
        Assert.Equal("K-CM001-Email,K-CM001-Teams", outbox.Emails.Sent[^1].Message.Text);
        Assert.True(outbox.Emails.Sent[^1].MayBeDoubled);
    }

    [Fact]
    public async Task ExecuteAsync_DiesBeforeTheItemsMoved_TellsThemOnceByEmail()
    {
        var outbox = await NewAsync(Outbox.InTeams());
        await Assert.ThrowsAsync<Died>(() =>
            outbox
                .Sender(DiesBeforeTransaction.Number(2))
                .ExecuteAsync([Outbox.InTeams()], outbox.Staff, Cancelled)
        );

        outbox.Clock.Advance(BackOff.Grace);
        await outbox.SweepAsync();

        Assert.False(Assert.Single(outbox.Emails.Sent).MayBeDoubled);
    }

    [Fact]
    public async Task ExecuteAsync_NeitherTeamsNorEmail_IsParkedWithBothReasons()
    {
        var outbox = await NewAsync(Outbox.InTeams());
        outbox.Staff = new([Outbox.Person("CM001") with { Email = "" }]);

        await outbox.SendAsync(Outbox.InTeams());

        var parked = await outbox.FindAsync(Outbox.InTeams());
        Assert.Equal(
            (DigestState.Parked, "Not installed. Nor by email: No email address in the staff list."),
            (parked.State, parked.Reason)
        );
    }

    [Fact]
    public async Task ExecuteAsync_OccurrenceInBoth_IsToldOnce()
    {
        var outbox = await NewAsync();
        await outbox.InsertAsync([
            outbox.Digest(Outbox.Email(), Outbox.Item("K1"), Outbox.Item("K2")),
            outbox.Digest(Outbox.InTeams(), Outbox.Item("K1")),
        ]);

        await outbox.SendAsync(Outbox.Email(), Outbox.InTeams());

        Assert.Equal("K1,K2", Assert.Single(outbox.Emails.Sent).Message.Text);
    }

    [Fact]
    public async Task ExecuteAsync_OtherRefusalOfTeams_IsParkedAndTheEmailGoes()
    {
        var outbox = await NewAsync(Outbox.Email(), Outbox.InTeams());
        outbox.Teams.Answer = _ => new SendOutcome.Refused("Unknown.", RefusalCause.Rejected);

        await outbox.SendAsync(Outbox.Email(), Outbox.InTeams());

        Assert.Equal(DigestState.Parked, await outbox.StateOfAsync(Outbox.InTeams()));
        Assert.Equal("K-CM001-Email", Assert.Single(outbox.Emails.Sent).Message.Text);
    }

    private static Task<IReadOnlyList<Services.Chasing.StoredNotice>> NoticesAsync(Outbox outbox) =>
        new ChasingTable(outbox.Storage).ReadNoticesAsync(FakeOwed.Team, Outbox.Day, Cancelled);

    private async Task<Outbox> NewAsync(params DigestKey[] keys)
    {
        var outbox = await Outbox.NewAsync(azurite);
        outbox.Teams.Answer = _ => NotInstalled;
        await outbox.InsertAsync(keys);
        return outbox;
    }
}
