using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Services.Delivery;
using YosWorkflow.TestKit;

namespace YosWorkflow.Services.Tests.Delivery;

public sealed class TellOfParkedTests(AzuriteFixture azurite)
{
    private const string Line = "CM001, email of 24 Nov 2026: No email address in the staff list.";

    private static readonly DateOnly Tomorrow = Outbox.Day.AddDays(1);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ExecuteAsync_NothingIsParked_MakesOneTransactionAndNoDigest()
    {
        var outbox = await NewAsync("AD001");
        await outbox.InsertAsync(Outbox.Email());
        var tally = outbox.Storage.Transactions.Measure();

        var tell = new TellOfParked(outbox.Digests, outbox.Clock);
        Assert.Empty(await tell.ExecuteAsync(Outbox.Day, outbox.Staff, Cancelled));
        Assert.Equal(1, tally.Total);
    }

    [Fact]
    public async Task ExecuteAsync_SomethingIsParked_IsToldToEveryAdministratorOnce()
    {
        var outbox = await NewAsync("AD001", "AD002");
        await ParkAsync(outbox, Outbox.Email());

        var keys = await TellAsync(outbox);
        var again = await TellAsync(outbox);
        var tomorrow = await TellAsync(outbox, Tomorrow);

        Assert.Equal([Outbox.Email("AD001"), Outbox.Email("AD002")], keys);
        Assert.Equal([Line], (await outbox.FindAsync(keys[0])).Undelivered);
        Assert.Equal([Line], (await outbox.FindAsync(keys[1])).Undelivered);
        Assert.True((await outbox.FindAsync(Outbox.Email())).ParkedTold);
        Assert.Empty(again);
        Assert.Empty(tomorrow);
    }

    [Fact]
    public async Task ExecuteAsync_DiesBeforeItMarksWhatItTold_TellsItOnce()
    {
        var outbox = await NewAsync("AD001");
        await ParkAsync(outbox, Outbox.Email());
        var dying = new TellOfParked(
            new DigestTable(outbox.Connect(DiesBeforeTransaction.Number(2))),
            outbox.Clock
        );
        await Assert.ThrowsAsync<Died>(() => dying.ExecuteAsync(Outbox.Day, outbox.Staff, Cancelled));

        var keys = await TellAsync(outbox);
        await outbox.SendAsync(keys);
        await TellAsync(outbox, Tomorrow);

        Assert.Equal([Outbox.Email("AD001")], keys);
        Assert.Equal([Line], (await outbox.FindAsync(keys[0])).Undelivered);
        Assert.Null(await outbox.Digests.FindAsync(keys[0] with { Day = Tomorrow }, Cancelled));
        Assert.True((await outbox.FindAsync(Outbox.Email())).ParkedTold);
    }

    [Fact]
    public async Task ExecuteAsync_DigestOfTheDayHasGone_IsToldTheNextDay()
    {
        var outbox = await NewAsync("AD001", "AD002");
        await outbox.InsertAsync(Outbox.Email("AD001"));
        await outbox.SendAsync(Outbox.Email("AD001"));
        await ParkAsync(outbox, Outbox.Email());

        var today = await TellAsync(outbox);
        var toldToAll = (await outbox.FindAsync(Outbox.Email())).ParkedTold;
        var tomorrow = await TellAsync(outbox, Tomorrow);

        Assert.Equal([Outbox.Email("AD002")], today);
        Assert.False(toldToAll);
        Assert.Equal([Outbox.Email("AD001") with { Day = Tomorrow }], tomorrow);
        Assert.True((await outbox.FindAsync(Outbox.Email())).ParkedTold);
    }

    [Fact]
    public async Task ExecuteAsync_DigestOfTheDayIsStillToGo_GetsTheLines()
    {
        var outbox = await NewAsync("AD001");
        await outbox.InsertAsync(Outbox.Email("AD001"));
        await ParkAsync(outbox, Outbox.Email());

        var keys = await TellAsync(outbox);

        Assert.Equal([Outbox.Email("AD001")], keys);
        var digest = await outbox.FindAsync(keys[0]);
        Assert.Equal((1, 1), (digest.Items.Length, digest.Undelivered.Length));
    }

    [Fact]
    public async Task ExecuteAsync_MoreIsParkedLater_IsToldWithoutWhatWasTold()
    {
        var outbox = await NewAsync("AD001");
        await ParkAsync(outbox, Outbox.Email());
        await outbox.SendAsync(await TellAsync(outbox));
        await ParkAsync(outbox, Outbox.InTeams("CM002"));

        await TellAsync(outbox);
        var keys = await TellAsync(outbox, Tomorrow);

        Assert.Equal(
            ["CM002, teams of 24 Nov 2026: No email address in the staff list."],
            (await outbox.FindAsync(Assert.Single(keys))).Undelivered
        );
    }

    [Fact]
    public async Task ExecuteAsync_NoAdministrator_StaysUntoldUntilThereIsOne()
    {
        var outbox = await NewAsync();
        await ParkAsync(outbox, Outbox.Email());

        Assert.Empty(await TellAsync(outbox));
        Assert.False((await outbox.FindAsync(Outbox.Email())).ParkedTold);
        outbox.Staff = new([Administrator("AD001")]);
        Assert.Single(await TellAsync(outbox));
    }

    [Fact]
    public async Task ExecuteAsync_OnlyAdministratorCannotBeMailed_GetsNoMailAboutThat()
    {
        var outbox = await NewAsync("AD001");
        await ParkAsync(outbox, Outbox.Email("AD001"));

        Assert.Empty(await TellAsync(outbox, Tomorrow));
        Assert.False((await outbox.FindAsync(Outbox.Email("AD001"))).ParkedTold);
    }

    [Fact]
    public async Task ExecuteAsync_OneAdministratorCannotBeMailed_TheOtherIsTold()
    {
        var outbox = await NewAsync("AD001", "AD002");
        await ParkAsync(outbox, Outbox.Email("AD001"));

        var keys = await TellAsync(outbox, Tomorrow);

        Assert.Equal([Outbox.Email("AD002") with { Day = Tomorrow }], keys);
        Assert.True((await outbox.FindAsync(Outbox.Email("AD001"))).ParkedTold);
    }

    [Fact]
    public async Task ExecuteAsync_PermissionMissing_IsOneLineADay()
    {
        var outbox = await NewAsync("AD001");
        DigestKey[] all = [Outbox.InTeams(), Outbox.InTeams("CM002")];
        await outbox.InsertAsync(all);
        outbox.Teams.Answer = _ => new SendOutcome.Refused("Grant it.", RefusalCause.TeamsPermissionMissing);
        await outbox.SendAsync(all);

        var keys = await TellAsync(outbox);
        await TellAsync(outbox);

        Assert.Equal(
            ["Everyone, teams of 24 Nov 2026, 2 digests: Grant it. It was told by email instead."],
            (await outbox.FindAsync(Assert.Single(keys))).Undelivered
        );
        Assert.True((await outbox.FindAsync(all[0])).ParkedTold);
    }

    [Fact]
    public async Task ExecuteAsync_AppNotInstalled_IsNoNews()
    {
        var outbox = await NewAsync("AD001");
        await outbox.InsertAsync(Outbox.InTeams());
        outbox.Teams.Answer = _ => new SendOutcome.Refused("Not there.", RefusalCause.TeamsAppNotInstalled);
        await outbox.SendAsync(Outbox.InTeams());

        Assert.Empty(await TellAsync(outbox));
    }

    [Fact]
    public async Task ExecuteAsync_TwoAtOnce_TellOnce()
    {
        var outbox = await NewAsync("AD001", "AD002");
        await ParkAsync(outbox, Outbox.Email());

        await Task.WhenAll(TellAsync(outbox), TellAsync(outbox));
        await outbox.SweepAsync();
        await TellAsync(outbox, Tomorrow);
        await outbox.SweepAsync();

        Assert.Equal(2, outbox.Emails.Sent.Count);
        Assert.Equal([Line], (await outbox.FindAsync(Outbox.Email("AD001"))).Undelivered);
    }

    private static StaffMember Administrator(string staffId) =>
        Outbox.Person(staffId) with
        {
            Role = StaffRole.Administrator,
        };

    private static Task<IReadOnlyList<DigestKey>> TellAsync(Outbox outbox, DateOnly? day = null) =>
        new TellOfParked(new DigestTable(outbox.Connect()), outbox.Clock).ExecuteAsync(
            day ?? Outbox.Day,
            outbox.Staff,
            Cancelled
        );

    private static Task<IReadOnlyList<StoredDigest>> ParkAsync(Outbox outbox, DigestKey key) =>
        outbox.InsertAsync([
            outbox
                .Digest(key, Outbox.Item("K1"))
                .Park(
                    "No email address in the staff list.",
                    RefusalCause.NoAddress,
                    outbox.Clock.GetUtcNow()
                ),
        ]);

    private async Task<Outbox> NewAsync(params string[] administrators)
    {
        var outbox = await Outbox.NewAsync(azurite);
        outbox.Staff = new([
            Outbox.Person("CM001"),
            Outbox.Person("CM002"),
            .. administrators.Select(Administrator),
        ]);
        return outbox;
    }
}
