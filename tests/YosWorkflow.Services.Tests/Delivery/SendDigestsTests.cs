using YosWorkflow.Core.Chasing;
using YosWorkflow.Services.Delivery;
using YosWorkflow.TestKit;

namespace YosWorkflow.Services.Tests.Delivery;

public sealed class SendDigestsTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ExecuteAsync_EmailAndTeams_SendsBothAndSaysSo()
    {
        var outbox = await Outbox.NewAsync(azurite);
        await outbox.InsertAsync(Outbox.Email(), Outbox.InTeams());

        var results = await outbox.SendAsync(Outbox.Email(), Outbox.InTeams());

        Assert.Equal(
            [
                new DigestResult(Outbox.Email(), DigestState.Sent, SentNow: true, null),
                new DigestResult(Outbox.InTeams(), DigestState.Sent, SentNow: true, null),
            ],
            results.OrderBy(result => result.Key.Channel)
        );
        var email = Assert.Single(outbox.Emails.Sent);
        Assert.Equal(("CM001@yos.example", "Name of CM001"), (email.Address, email.Name));
        Assert.Equal("entra-CM001", Assert.Single(outbox.Teams.Sent).EntraId);
        Assert.Equal("id", (await outbox.FindAsync(Outbox.Email())).ProviderId);
    }

    [Fact]
    public async Task ExecuteAsync_PeopleWithBoth_MakesTwoTransactionsAPersonAndOneQuery()
    {
        var outbox = await Outbox.NewAsync(azurite);
        DigestKey[] keys =
        [
            .. new[] { "CM001", "CM002", "PS001" }.SelectMany(id =>
                new[] { Outbox.Email(id), Outbox.InTeams(id) }
            ),
        ];
        await outbox.InsertAsync(keys);
        var tally = outbox.Storage.Transactions.Measure();

        await outbox.Sender(outbox.Storage).ExecuteAsync(keys, outbox.Staff, Cancelled);

        Assert.Equal((3 * 2) + 1, tally.Total);
        Assert.Equal((3, 3), (outbox.Emails.Sent.Count, outbox.Teams.Sent.Count));
    }

    [Fact]
    public async Task ExecuteAsync_Again_SendsNothingAndSaysHowTheyStand()
    {
        var outbox = await Outbox.NewAsync(azurite);
        await outbox.InsertAsync(Outbox.Email());
        await outbox.SendAsync(Outbox.Email());

        var again = await outbox.SendAsync(Outbox.Email());

        Assert.Equal([new DigestResult(Outbox.Email(), DigestState.Sent, SentNow: false, null)], again);
        Assert.Single(outbox.Emails.Sent);
    }

    [Fact]
    public async Task ExecuteAsync_OneThatIsNotThere_IsPassedOver()
    {
        var outbox = await Outbox.NewAsync(azurite);

        Assert.Empty(await outbox.SendAsync(Outbox.Email()));
    }

    [Fact]
    public async Task ExecuteAsync_TwoSendersAtOnce_SendEachDigestOnce()
    {
        var outbox = await Outbox.NewAsync(azurite);
        var people = Enumerable.Range(0, 30).Select(n => $"P{n:00}").ToArray();
        outbox.Staff = new(people.Select(Outbox.Person));
        DigestKey[] keys = [.. people.SelectMany(id => new[] { Outbox.Email(id), Outbox.InTeams(id) })];
        await outbox.InsertAsync(keys);

        var results = await Task.WhenAll(
            outbox.Sender().ExecuteAsync(keys, outbox.Staff, Cancelled),
            outbox.Sender().ExecuteAsync([.. keys.Reverse()], outbox.Staff, Cancelled)
        );

        Assert.Equal(
            people,
            outbox.Emails.Sent.Select(email => email.Digest.PersonId).Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            people,
            outbox.Teams.Sent.Select(sent => sent.Digest.PersonId).Order(StringComparer.Ordinal)
        );
        Assert.Equal(keys.Length, results.SelectMany(one => one).Count(result => result.SentNow));
    }

    [Fact]
    public async Task ExecuteAsync_SenderDiesWhileSending_IsTakenUpAfterTheGraceTimeAndTheEmailMarked()
    {
        var outbox = await Outbox.NewAsync(azurite);
        await outbox.InsertAsync(Outbox.Email(), Outbox.InTeams());
        outbox.Emails.Answer = _ => throw new Died();
        await Assert.ThrowsAsync<Died>(() => outbox.SendAsync(Outbox.Email(), Outbox.InTeams()));
        outbox.Emails.Answer = _ => new SendOutcome.Accepted("second");

        outbox.Clock.Advance(BackOff.Grace - TimeSpan.FromSeconds(1));
        Assert.Empty(await outbox.SweepAsync());
        outbox.Clock.Advance(TimeSpan.FromSeconds(1));
        var swept = await outbox.SweepAsync();

        Assert.All(swept, result => Assert.True(result.SentNow));
        Assert.Equal([false, true], outbox.Emails.Sent.Select(email => email.MayBeDoubled));
        Assert.True((await outbox.FindAsync(Outbox.Email())).MayBeDoubled);
        Assert.False((await outbox.FindAsync(Outbox.InTeams())).MayBeDoubled);
    }

    [Fact]
    public async Task ExecuteAsync_SenderDiesBeforeItClaims_IsSentOnceByTheNext()
    {
        var outbox = await Outbox.NewAsync(azurite);
        await outbox.InsertAsync(Outbox.Email(), Outbox.InTeams());
        await Assert.ThrowsAsync<Died>(() =>
            outbox
                .Sender(DiesBeforeTransaction.Number(1))
                .ExecuteAsync([Outbox.Email(), Outbox.InTeams()], outbox.Staff, Cancelled)
        );

        await outbox.SweepAsync();

        Assert.False(Assert.Single(outbox.Emails.Sent).MayBeDoubled);
        Assert.Single(outbox.Teams.Sent);
    }

    [Fact]
    public async Task ExecuteAsync_SenderDiesBeforeItSettles_OneEmailIsDoubledAndMarked()
    {
        var outbox = await Outbox.NewAsync(azurite);
        await outbox.InsertAsync(Outbox.Email(), Outbox.InTeams(), Outbox.Email("CM002"));
        await Assert.ThrowsAsync<Died>(() =>
            outbox
                .Sender(DiesBeforeTransaction.Number(2))
                .ExecuteAsync(
                    [Outbox.Email(), Outbox.InTeams(), Outbox.Email("CM002")],
                    outbox.Staff,
                    Cancelled
                )
        );
        await outbox.SweepAsync();

        outbox.Clock.Advance(BackOff.Grace);
        await outbox.SweepAsync();

        var emails = outbox.Emails.Sent.ToLookup(email => email.Digest.PersonId);
        Assert.Equal([false, true], emails["CM001"].Select(email => email.MayBeDoubled));
        Assert.Equal([false], emails["CM002"].Select(email => email.MayBeDoubled));
        Assert.Equal(DigestState.Sent, await outbox.StateOfAsync(Outbox.Email()));
    }

    [Fact]
    public async Task ExecuteAsync_SendersKeepDying_IsParkedInTheEnd()
    {
        var outbox = await Outbox.NewAsync(azurite);
        await outbox.InsertAsync(Outbox.Email());
        outbox.Emails.Answer = _ => throw new Died();
        await Assert.ThrowsAsync<Died>(() => outbox.SendAsync(Outbox.Email()));
        for (var attempt = 1; attempt < BackOff.MostAttempts; attempt++)
        {
            outbox.Clock.Advance(BackOff.Grace);
            await Assert.ThrowsAsync<Died>(outbox.SweepAsync);
        }

        outbox.Clock.Advance(BackOff.Grace);
        await outbox.SweepAsync();

        Assert.Equal(BackOff.MostAttempts, outbox.Emails.Sent.Count);
        Assert.Equal(DigestState.Parked, await outbox.StateOfAsync(Outbox.Email()));
    }

    [Fact]
    public async Task ExecuteAsync_AskedToWait_WaitsThatLong()
    {
        var outbox = await Outbox.NewAsync(azurite);
        await outbox.InsertAsync(Outbox.Email());
        outbox.Emails.Answer = _ => new SendOutcome.TryLater("Slower.", TimeSpan.FromMinutes(9));

        var first = Assert.Single(await outbox.SendAsync(Outbox.Email()));
        outbox.Clock.Advance(TimeSpan.FromMinutes(9) - TimeSpan.FromSeconds(1));
        Assert.Empty(await outbox.SweepAsync());
        outbox.Emails.Answer = _ => new SendOutcome.Accepted(null);
        outbox.Clock.Advance(TimeSpan.FromSeconds(1));
        await outbox.SweepAsync();

        Assert.Equal((DigestState.Failed, false, "Slower."), (first.State, first.SentNow, first.Reason));
        var sent = await outbox.FindAsync(Outbox.Email());
        Assert.Equal((DigestState.Sent, 2, null), (sent.State, sent.Attempts, sent.Reason));
        Assert.False(sent.MayBeDoubled);
    }

    [Fact]
    public async Task ExecuteAsync_AnHourOf429_IsTriedSeldomAndSentAfterwards()
    {
        var outbox = await Outbox.NewAsync(azurite);
        await outbox.InsertAsync(Outbox.Email(), Outbox.InTeams());
        var recovered = outbox.Clock.GetUtcNow() + TimeSpan.FromHours(1);
        outbox.Emails.Answer = _ =>
            outbox.Clock.GetUtcNow() < recovered
                ? new SendOutcome.TryLater("429", TimeSpan.FromSeconds(30))
                : new SendOutcome.Accepted(null);
        await outbox.SendAsync(Outbox.Email(), Outbox.InTeams());

        for (var minute = 0; minute < 90; minute++)
        {
            outbox.Clock.Advance(TimeSpan.FromMinutes(1));
            await outbox.SweepAsync();
        }

        Assert.Equal(DigestState.Sent, await outbox.StateOfAsync(Outbox.Email()));
        Assert.Equal(5, outbox.Emails.Sent.Count);
        Assert.Single(outbox.Teams.Sent);
    }

    [Fact]
    public async Task ExecuteAsync_TroubleForDays_IsParkedWithinThree()
    {
        var outbox = await Outbox.NewAsync(azurite);
        await outbox.InsertAsync(Outbox.Email());
        outbox.Emails.Answer = _ => new SendOutcome.TryLater("No connection.", null);
        await outbox.SendAsync(Outbox.Email());

        for (var hour = 0; hour < 72; hour++)
        {
            outbox.Clock.Advance(TimeSpan.FromHours(1));
            await outbox.SweepAsync();
        }

        var parked = await outbox.FindAsync(Outbox.Email());
        Assert.Equal(DigestState.Parked, parked.State);
        Assert.StartsWith("No connection. It was tried", parked.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ExecuteAsync_Refused_IsParkedWithTheReason()
    {
        var outbox = await Outbox.NewAsync(azurite);
        await outbox.InsertAsync(Outbox.Email());
        outbox.Emails.Answer = _ => new SendOutcome.Refused("Outside.", RefusalCause.NotAllowed);

        var result = Assert.Single(await outbox.SendAsync(Outbox.Email()));

        Assert.Equal(
            new DigestResult(Outbox.Email(), DigestState.Parked, SentNow: false, "Outside."),
            result
        );
        Assert.Equal(RefusalCause.NotAllowed, (await outbox.FindAsync(Outbox.Email())).Cause);
        outbox.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Empty(await outbox.SweepAsync());
    }

    [Fact]
    public async Task ExecuteAsync_TeamsUnsure_IsTriedAgain()
    {
        var outbox = await Outbox.NewAsync(azurite);
        await outbox.InsertAsync(Outbox.InTeams());
        outbox.Teams.Answer = _ => new SendOutcome.Unsure("It broke.");
        await outbox.SendAsync(Outbox.InTeams());
        outbox.Teams.Answer = _ => new SendOutcome.Accepted(null);

        outbox.Clock.Advance(BackOff.After(1, null));
        await outbox.SweepAsync();

        Assert.Equal(2, outbox.Teams.Sent.Count);
        Assert.Equal(DigestState.Sent, await outbox.StateOfAsync(Outbox.InTeams()));
    }

    [Fact]
    public async Task ExecuteAsync_EmailUnsure_StaysClaimedAndIsSentAgainMarkedAfterTheGraceTime()
    {
        var outbox = await Outbox.NewAsync(azurite);
        await outbox.InsertAsync(Outbox.Email());
        outbox.Emails.Answer = _ => new SendOutcome.Unsure("It broke.");
        var unsure = Assert.Single(await outbox.SendAsync(Outbox.Email()));
        outbox.Emails.Answer = _ => new SendOutcome.Accepted(null);

        outbox.Clock.Advance(BackOff.Grace - TimeSpan.FromSeconds(1));
        Assert.Empty(await outbox.SweepAsync());
        outbox.Clock.Advance(TimeSpan.FromSeconds(1));
        await outbox.SweepAsync();

        Assert.Equal((DigestState.Sending, false), (unsure.State, unsure.SentNow));
        Assert.Equal([false, true], outbox.Emails.Sent.Select(email => email.MayBeDoubled));
        Assert.Equal(DigestState.Sent, await outbox.StateOfAsync(Outbox.Email()));
    }

    [Fact]
    public async Task ExecuteAsync_OneThatCannotBeWorded_IsParkedAndHoldsUpNobody()
    {
        var outbox = await Outbox.NewAsync(azurite);
        await outbox.InsertAsync(Outbox.Email(), Outbox.Email("CM002"));
        var sender = outbox.Sender(
            wording: new Wording(
                letter =>
                    letter.PersonId == "CM001"
                        ? throw new FormatException("bad")
                        : new("Subject", "Text", "<p></p>"),
                _ => throw new FormatException("bad")
            )
        );

        await sender.ExecuteAsync([Outbox.Email(), Outbox.Email("CM002")], outbox.Staff, Cancelled);

        Assert.Equal(DigestState.Parked, await outbox.StateOfAsync(Outbox.Email()));
        Assert.Equal(DigestState.Sent, await outbox.StateOfAsync(Outbox.Email("CM002")));
    }

    [Fact]
    public async Task ExecuteAsync_EventOvertakesTheSettling_TheEventStands()
    {
        var outbox = await Outbox.NewAsync(azurite);
        await outbox.InsertAsync(Outbox.Email(), Outbox.InTeams());
        outbox.Emails.Answer = email =>
        {
            var sending = outbox.Digests.FindAsync(email.Digest, Cancelled).GetAwaiter().GetResult()!;
            var delivered = new DeliveryEvent(
                email.Digest,
                DeliveryEventKind.Delivered,
                outbox.Clock.GetUtcNow(),
                null
            );
            var moved = DeliveryEventOrder.Apply(sending, delivered, outbox.Clock.GetUtcNow())!;
            outbox.Digests.TryUpdateAsync([moved], Cancelled).GetAwaiter().GetResult();
            return new SendOutcome.Accepted("id");
        };

        var results = await outbox.SendAsync(Outbox.Email(), Outbox.InTeams());

        Assert.Equal(DigestState.Delivered, await outbox.StateOfAsync(Outbox.Email()));
        Assert.Equal(DigestState.Sent, await outbox.StateOfAsync(Outbox.InTeams()));
        Assert.All(results, result => Assert.True(result.SentNow));
    }

    [Fact]
    public async Task ExecuteAsync_DigestsOfSeveralDays_AreAllSent()
    {
        var outbox = await Outbox.NewAsync(azurite);
        var earlier = Outbox.Email() with { Day = Outbox.Day.AddDays(-1) };
        await outbox.InsertAsync(Outbox.Email());
        await outbox.InsertAsync(earlier);

        var results = await outbox.SweepAsync();

        Assert.Equal(2, results.Count(result => result.SentNow));
    }

    [Fact]
    public async Task LeftOverAsync_OfLaterDaysAndLongAgo_AreNotThere()
    {
        var outbox = await Outbox.NewAsync(azurite);
        foreach (var days in new[] { -SendDigests.DaysBack - 1, -SendDigests.DaysBack, 0, 1 })
        {
            await outbox.InsertAsync(Outbox.Email() with { Day = Outbox.Day.AddDays(days) });
        }

        var left = await outbox.Sender().LeftOverAsync(Outbox.Day, Cancelled);

        Assert.Equal([Outbox.Day.AddDays(-SendDigests.DaysBack), Outbox.Day], left.Select(key => key.Day));
    }

    [Fact]
    public void Pages_ManyPeople_KeepsAPersonTogetherAndLosesNothing()
    {
        DigestKey[] keys =
        [
            .. Enumerable.Range(0, 60).Select(n => Outbox.Email($"P{n}")),
            .. Enumerable.Range(0, 60).Select(n => Outbox.InTeams($"P{n}")),
            Outbox.Email("P0"),
        ];

        var pages = SendDigests.Pages(keys);

        Assert.Equal([50, 50, 20], pages.Select(page => page.Count));
        Assert.Equal(120, pages.SelectMany(page => page).Distinct().Count());
        Assert.All(
            pages.SelectMany(page => page.GroupBy(key => key.PersonId)),
            person => Assert.Equal(2, person.Count())
        );
    }
}
