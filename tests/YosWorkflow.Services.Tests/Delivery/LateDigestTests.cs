using YosWorkflow.Core.Chasing;
using YosWorkflow.Services.Delivery;
using YosWorkflow.Services.Storage;
using YosWorkflow.TestKit;

namespace YosWorkflow.Services.Tests.Delivery;

/// <summary>Digests that go out later than they were made: the case, or the person, may have changed since.</summary>
public sealed class LateDigestTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ExecuteAsync_InTime_DoesNotLookAgain()
    {
        var outbox = await NewAsync("K1");
        outbox.Owed.DoneOn.Add("K1");

        await outbox.SendAsync(Outbox.Email());

        Assert.Empty(outbox.Owed.Asked);
        Assert.Single(outbox.Emails.Sent);
    }

    [Fact]
    public async Task ExecuteAsync_Late_LeavesOutWhatIsDone()
    {
        var outbox = await NewAsync("K1", "K2");
        outbox.Owed.DoneOn.Add("K1");
        outbox.Clock.Advance(BackOff.LateAfter + TimeSpan.FromSeconds(1));

        await outbox.SendAsync(Outbox.Email());

        Assert.Equal("K2", Assert.Single(outbox.Emails.Sent).Message.Text);
        Assert.Equal([Outbox.Day], outbox.Owed.Asked);
        Assert.Equal("K2", Assert.Single((await outbox.FindAsync(Outbox.Email())).Items).CaseRef);
    }

    [Fact]
    public async Task ExecuteAsync_LateAndAllIsDone_IsCancelledUnsent()
    {
        var outbox = await NewAsync("K1");
        outbox.Owed.DoneOn.Add("K1");
        outbox.Clock.Advance(TimeSpan.FromHours(1));

        var result = Assert.Single(await outbox.SendAsync(Outbox.Email()));

        Assert.Equal((DigestState.Cancelled, false), (result.State, result.SentNow));
        Assert.Empty(outbox.Emails.Sent);
        Assert.Single((await outbox.FindAsync(Outbox.Email())).Items);
    }

    [Fact]
    public async Task ExecuteAsync_SecondTry_LooksAgainHoweverSoon()
    {
        var outbox = await NewAsync("K1", "K2");
        outbox.Emails.Answer = _ => new SendOutcome.TryLater("Slower.", null);
        await outbox.SendAsync(Outbox.Email());
        outbox.Owed.DoneOn.Add("K1");
        outbox.Clock.Advance(TimeSpan.FromMinutes(1));

        await outbox.SweepAsync();

        Assert.Equal("K2", outbox.Emails.Sent[^1].Message.Text);
    }

    [Fact]
    public async Task ExecuteAsync_DaysLater_LooksAsOfThatDay()
    {
        var outbox = await NewAsync("K1");
        outbox.Clock.Advance(TimeSpan.FromDays(2));

        await outbox.SendAsync(Outbox.Email());

        Assert.Equal([Outbox.Day.AddDays(2)], outbox.Owed.Asked);
    }

    [Fact]
    public async Task ExecuteAsync_ChaseOfADayLongAgo_StaysInItsTime()
    {
        var outbox = await Outbox.NewAsync(azurite);
        var key = Outbox.Email() with { Day = new DateOnly(2011, 10, 4) };
        await outbox.InsertAsync([outbox.Digest(key, Outbox.Item("K1"))]);
        outbox.Clock.Advance(TimeSpan.FromHours(1));

        await outbox.SendAsync(key);

        Assert.Equal([key.Day], outbox.Owed.Asked);
    }

    [Fact]
    public async Task ExecuteAsync_APageOfLateOnes_LooksOnce()
    {
        var outbox = await Outbox.NewAsync(azurite);
        await outbox.InsertAsync(Outbox.Email(), Outbox.Email("CM002"), Outbox.InTeams("PS001"));
        outbox.Clock.Advance(TimeSpan.FromHours(1));

        await outbox.SweepAsync();

        Assert.Single(outbox.Owed.Asked);
    }

    [Fact]
    public async Task ExecuteAsync_PersonLeftMeanwhile_IsToldToWhoStandsInWithTheNextChase()
    {
        var outbox = await NewAsync("K1");
        outbox.Staff = new([
            Outbox.Person("CM001") with
            {
                Active = false,
                CoveredById = "CM002",
            },
            Outbox.Person("CM002"),
        ]);

        await outbox.SendAsync(Outbox.Email());

        Assert.Empty(outbox.Emails.Sent);
        var handed = await outbox.FindAsync(Outbox.Email());
        Assert.Equal(DigestState.Cancelled, handed.State);
        Assert.Contains("CM002", handed.Reason, StringComparison.Ordinal);
        var notices = await new ChasingTable(outbox.Storage).ReadNoticesAsync(
            FakeOwed.Team,
            Outbox.Day,
            Cancelled
        );
        var notice = Assert.Single(notices);
        Assert.Equal(Outbox.Email("CM002"), notice.Digest);
        Assert.Equal("CM001", Assert.Single(notice.Items).MeantForId);
    }

    [Fact]
    public async Task ExecuteAsync_PersonLeftMeanwhileAndTheStandInHasNoTeams_IsToldByEmail()
    {
        var outbox = await Outbox.NewAsync(azurite);
        await outbox.InsertAsync(Outbox.InTeams());
        outbox.Staff = new([
            Outbox.Person("CM001") with
            {
                Active = false,
                LineManagerId = "PS001",
            },
            Outbox.Person("PS001") with
            {
                EntraId = null,
            },
        ]);

        await outbox.SendAsync(Outbox.InTeams());

        var notices = await new ChasingTable(outbox.Storage).ReadNoticesAsync(
            FakeOwed.Team,
            Outbox.Day,
            Cancelled
        );
        Assert.Equal(Outbox.Email("PS001"), Assert.Single(notices).Digest);
    }

    [Theory]
    [InlineData(false, "x@yos.example", "Not at work, and nobody covers.")]
    [InlineData(true, "", "No email address in the staff list.")]
    public async Task ExecuteAsync_PersonCannotBeToldAnyMore_IsParked(
        bool active,
        string email,
        string reason
    )
    {
        var outbox = await NewAsync("K1");
        outbox.Staff = new([Outbox.Person("CM001") with { Active = active, Email = email }]);

        var result = Assert.Single(await outbox.SendAsync(Outbox.Email()));

        Assert.Equal((DigestState.Parked, reason), (result.State, result.Reason));
        Assert.Empty(outbox.Emails.Sent);
    }

    [Fact]
    public async Task ExecuteAsync_PersonNotInTheStaffListAnyMore_IsParked()
    {
        var outbox = await NewAsync("K1");
        outbox.Staff = new([Outbox.Person("CM002")]);

        var result = Assert.Single(await outbox.SendAsync(Outbox.Email()));

        Assert.Equal((DigestState.Parked, "Not in the staff list."), (result.State, result.Reason));
    }

    [Fact]
    public async Task ExecuteAsync_PersonHasNoEntraIdAnyMore_IsToldByEmail()
    {
        var outbox = await Outbox.NewAsync(azurite);
        await outbox.InsertAsync(Outbox.InTeams());
        outbox.Staff = new([Outbox.Person("CM001") with { EntraId = null }]);

        await outbox.SendAsync(Outbox.InTeams());

        Assert.Empty(outbox.Teams.Sent);
        Assert.Single(outbox.Emails.Sent);
        Assert.Equal(DigestState.Cancelled, await outbox.StateOfAsync(Outbox.InTeams()));
    }

    private async Task<Outbox> NewAsync(params string[] caseRefs)
    {
        var outbox = await Outbox.NewAsync(azurite);
        await outbox.InsertAsync([
            outbox.Digest(Outbox.Email(), [.. caseRefs.Select(caseRef => Outbox.Item(caseRef))]),
        ]);
        return outbox;
    }
}
