using CsCheck;
using YosWorkflow.Services.Delivery;

namespace YosWorkflow.Services.Tests.Delivery;

public sealed class BackOffTests
{
    private static readonly DateTimeOffset Since = new(2026, 11, 24, 7, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 5)]
    [InlineData(3, 15)]
    [InlineData(4, 60)]
    [InlineData(5, 240)]
    [InlineData(99, 1440)]
    public void After_SoManyTries_WaitsSoManyMinutes(int attempts, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), BackOff.After(attempts, null));

    [Theory]
    [InlineData(10, 60)]
    [InlineData(90, 90)]
    public void After_ProviderAsks_WaitsAtLeastThatLong(int askedSeconds, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), BackOff.After(1, TimeSpan.FromSeconds(askedSeconds)));

    [Fact]
    public void Next_ProviderAsksForEver_GivesUp() =>
        Assert.Null(BackOff.Next(1, TimeSpan.MaxValue - TimeSpan.FromDays(1), Since, Since));

    [Fact]
    public void Next_TriedAsOftenAsPossible_EndsWithinThreeDays()
    {
        var now = Since;
        var attempts = 1;
        while (BackOff.Next(attempts, null, Since, now) is { } next)
        {
            Assert.True(next > now);
            (now, attempts) = (next, attempts + 1);
        }

        Assert.InRange(now - Since, TimeSpan.FromDays(1), BackOff.MostAge);
        Assert.InRange(attempts, 7, BackOff.MostAttempts);
    }

    [Fact]
    public void Next_AnyTry_IsLaterThanNowAndWithinTheAge() =>
        Gen.Select(Gen.Int[1, 20], Gen.Int[0, 400_000], Gen.Int[0, 400_000])
            .Sample(
                (attempts, age, asked) =>
                {
                    var now = Since.AddSeconds(age);
                    var next = BackOff.Next(attempts, TimeSpan.FromSeconds(asked), Since, now);
                    Assert.True(
                        next is null
                            || (
                                next > now
                                && next >= now.AddSeconds(asked)
                                && next <= Since + BackOff.MostAge
                                && attempts < BackOff.MostAttempts
                            )
                    );
                }
            );
}
