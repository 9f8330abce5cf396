using CsCheck;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Services.Delivery;

namespace YosWorkflow.Services.Tests.Delivery;

public sealed class DeliveryEventOrderTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 7, 30, 0, TimeSpan.Zero);
    private static readonly DigestKey Key = new(new DateOnly(2026, 11, 24), "CM001", Channel.Email);

    private static readonly Gen<DeliveryEvent> Event = Gen.Select(
        Gen.Enum<DeliveryEventKind>(),
        Gen.Int[-10, 10],
        (kind, seconds) => new DeliveryEvent(Key, kind, Start.AddSeconds(seconds), $"{kind} {seconds}")
    );

    private static readonly Gen<StoredDigest> Digest =
        from state in Gen.Enum<DigestState>()
        from told in Gen.Bool
        from retried in Gen.Bool
        select new StoredDigest
        {
            Key = Key,
            State = state,
            ParkedTold = told,
            RetriedAt = retried ? Start : null,
        };

    [Fact]
    public void Apply_EventsInAnyOrderAndTwice_EndsTheSame() =>
        Gen.Select(Digest, Event.Array[0, 6])
            .SelectMany(
                (digest, events) =>
                    Gen.Shuffle(events.Concat(events).ToArray())
                        .Select(shuffled => (digest, events, shuffled))
            )
            .Sample((digest, events, shuffled) => Assert.Equal(End(digest, events), End(digest, shuffled)));

    [Fact]
    public void Apply_AnEventAgain_ChangesNothing() =>
        Gen.Select(Digest, Event)
            .Sample(
                (digest, happened) =>
                    Assert.True(
                        DeliveryEventOrder.Apply(digest, happened, Start) is not { } moved
                            || DeliveryEventOrder.Apply(moved, happened, Start) is null
                    )
            );

    [Theory]
    [InlineData("processed", DigestState.Sent)]
    [InlineData("deferred", DigestState.Sent)]
    [InlineData("delivered", DigestState.Delivered)]
    [InlineData("processed deferred processed delivered", DigestState.Delivered)]
    [InlineData("delivered processed", DigestState.Delivered)]
    [InlineData("bounce", DigestState.Parked)]
    [InlineData("dropped", DigestState.Parked)]
    [InlineData("delivered bounce", DigestState.Parked)]
    [InlineData("bounce delivered", DigestState.Delivered)]
    [InlineData("bounce deferred", DigestState.Parked)]
    public void Apply_OneAfterTheOther_EndsAsDocumented(string kinds, DigestState expected)
    {
        var events = kinds
            .Split(' ')
            .Select((kind, at) => Happened(Core.Codes<DeliveryEventKind>.Read(kind), at));

        Assert.Equal(
            expected,
            End(new StoredDigest { Key = Key, State = DigestState.Sending }, events).State
        );
    }

    [Theory]
    [InlineData(DigestState.Sending, DigestState.Sent)]
    [InlineData(DigestState.Failed, DigestState.Sent)]
    [InlineData(DigestState.Created, DigestState.Created)]
    [InlineData(DigestState.Parked, DigestState.Parked)]
    [InlineData(DigestState.Cancelled, DigestState.Cancelled)]
    public void Apply_Processed_SettlesOnlyATryWithoutAnswer(DigestState state, DigestState expected) =>
        Assert.Equal(
            expected,
            End(
                new StoredDigest { Key = Key, State = state },
                [Happened(DeliveryEventKind.Processed, 0)]
            ).State
        );

    [Fact]
    public void Apply_WithinASecond_TheWorseStands() =>
        Assert.Equal(
            DigestState.Parked,
            End(
                new StoredDigest { Key = Key, State = DigestState.Sent },
                [Happened(DeliveryEventKind.Bounce, 0), Happened(DeliveryEventKind.Delivered, 0)]
            ).State
        );

    [Fact]
    public void Apply_BounceOfBeforeAPersonHadItTriedAgain_IsPassedOver()
    {
        var retried = new StoredDigest
        {
            Key = Key,
            State = DigestState.Sent,
            RetriedAt = Start.AddMinutes(1),
        };

        Assert.Null(DeliveryEventOrder.Apply(retried, Happened(DeliveryEventKind.Bounce, 0), Start));
        Assert.NotNull(DeliveryEventOrder.Apply(retried, Happened(DeliveryEventKind.Bounce, 90), Start));
    }

    [Fact]
    public void Apply_AboutATeamsDigest_IsPassedOver() =>
        Assert.Null(
            DeliveryEventOrder.Apply(
                new StoredDigest { Key = Key with { Channel = Channel.Teams }, State = DigestState.Sending },
                Happened(DeliveryEventKind.Delivered, 0),
                Start
            )
        );

    [Fact]
    public void Apply_Bounce_KeepsWhatTheServerSaidAndTellsAdministratorsAnew()
    {
        var told = new StoredDigest
        {
            Key = Key,
            State = DigestState.Delivered,
            ParkedTold = true,
        };

        var parked = DeliveryEventOrder.Apply(told, Happened(DeliveryEventKind.Bounce, 0), Start);

        Assert.Equal("The recipient's mail server refused it. Said so.", parked?.Reason);
        Assert.False(parked?.ParkedTold);
    }

    private static DeliveryEvent Happened(DeliveryEventKind kind, int seconds) =>
        new(Key, kind, Start.AddSeconds(seconds), "Said so.");

    private static StoredDigest End(StoredDigest digest, IEnumerable<DeliveryEvent> events) =>
        events.Aggregate(
            digest,
            (current, happened) => DeliveryEventOrder.Apply(current, happened, Start) ?? current
        );
}
