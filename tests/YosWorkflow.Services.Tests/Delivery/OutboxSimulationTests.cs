using YosWorkflow.Core.Chasing;
using YosWorkflow.Services.Delivery;
using YosWorkflow.TestKit;

namespace YosWorkflow.Services.Tests.Delivery;

/// <summary>
/// Days in the life of an outbox, in which providers fail in every way and senders die at any moment. Whatever happens, every
/// digest comes to an end, and nobody gets an email twice unmarked.
/// </summary>
public sealed class OutboxSimulationTests(AzuriteFixture azurite)
{
    private const int Days = 5;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task SweepAsync_ProvidersFailAndSendersDie_EveryDigestComesToAnEnd(int seed)
    {
        var outbox = await Outbox.NewAsync(azurite);
        var chance = new Random(seed);
        var arrived = new List<OutgoingEmail>();
        outbox.Emails.Answer = email => Fate(chance, () => arrived.Add(email));
        outbox.Teams.Answer = _ =>
            chance.Next(8) == 0
                ? new SendOutcome.Refused("Not there.", RefusalCause.TeamsAppNotInstalled)
                : Fate(chance, () => { });
        DigestKey[] keys =
        [
            .. new[] { "CM001", "CM002", "PS001" }.SelectMany(id =>
                new[] { Outbox.Email(id), Outbox.InTeams(id) }
            ),
        ];
        await outbox.InsertAsync(keys);

        for (var end = outbox.Clock.GetUtcNow().AddDays(Days); outbox.Clock.GetUtcNow() < end; )
        {
            await LiveOnAsync(outbox, chance);
        }

        var digests = await outbox.Digests.ReadDayAsync(Outbox.Day, Cancelled);
        Assert.Superset(keys.ToHashSet(), digests.Select(digest => digest.Key).ToHashSet());
        Assert.All(
            digests,
            digest =>
                Assert.True(
                    digest.State is DigestState.Sent or DigestState.Parked or DigestState.Cancelled,
                    $"{digest.Key} is {digest.State}"
                )
        );
        Assert.All(
            arrived.GroupBy(email => email.Digest),
            person => Assert.All(person.Skip(1), again => Assert.True(again.MayBeDoubled))
        );
    }

    private static SendOutcome Fate(Random chance, Action arrives)
    {
        var fate = chance.Next(8);
        if (fate < 3)
        {
            arrives();
        }

        return fate switch
        {
            0 => new SendOutcome.Accepted("id"),
            1 => new SendOutcome.Unsure("It arrived, but the answer did not."),
            2 => throw new Died(),
            3 => throw new Died(),
            4 => new SendOutcome.Unsure("It did not arrive."),
            5 => new SendOutcome.TryLater("Slower.", TimeSpan.FromSeconds(chance.Next(7_200))),
            _ => new SendOutcome.TryLater("No connection.", null),
        };
    }

    private static async Task LiveOnAsync(Outbox outbox, Random chance)
    {
        var dies = chance.Next(4) == 0 ? DiesBeforeTransaction.Number(chance.Next(1, 6)) : null;
        var sender = outbox.Sender(dies);
        try
        {
            var left = await sender.LeftOverAsync(Outbox.Day.AddDays(Days), Cancelled);
            await sender.ExecuteAsync(left, outbox.Staff, Cancelled);
        }
        catch (Died)
        {
            // The next one goes on.
        }

        outbox.Clock.Advance(TimeSpan.FromMinutes(chance.Next(5, 120)));
    }
}
