using System.Security.Cryptography;
using System.Text;
using YosWorkflow.Core.Audits.Rounds;

namespace YosWorkflow.Core.Tests.Audits.Rounds;

public sealed class SecondTierTests
{
    private static readonly DateOnly InTime = new(2011, 11, 10);
    private static readonly DateOnly TooLate = new(2011, 11, 16);

    [Theory]
    [InlineData(0, 10, 0)]
    [InlineData(1, 10, 1)]
    [InlineData(20, 10, 2)]
    [InlineData(21, 10, 3)]
    [InlineData(20, 0, 0)]
    public void Places_OfSoManyAudits_AreThePercentageAndAtLeastOne(int audits, int percent, int expected) =>
        Assert.Equal(expected, SecondTier.Places(audits, percent));

    [Fact]
    public void ToAskFor_EveryReturnIn_AreTheLowestByTheSeed()
    {
        var standing = Round(20, isIn: _ => true);

        var expected = Enumerable
            .Range(0, 20)
            .Select(n => $"K{n}")
            .OrderBy(caseRef =>
                Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"second|seed|{caseRef}")))
            )
            .Take(2)
            .Order(StringComparer.Ordinal);

        Assert.Equal(expected, SecondTier.ToAskFor(standing, InTime));
    }

    [Fact]
    public void ToAskFor_BeforeReturnsAreDue_WaitsForThoseThatAreMeant()
    {
        var meant = SecondTier.ToAskFor(Round(20, isIn: _ => true), InTime);

        Assert.Empty(SecondTier.ToAskFor(Round(20, caseRef => !meant.Contains(caseRef)), InTime));
        Assert.Equal([meant[0]], SecondTier.ToAskFor(Round(20, caseRef => caseRef == meant[0]), InTime));
    }

    [Fact]
    public void ToAskFor_MeantReturnsNotInWhenDue_GoesToOthersThatAre()
    {
        var meant = SecondTier.ToAskFor(Round(20, isIn: _ => true), InTime);

        var asked = SecondTier.ToAskFor(Round(20, caseRef => !meant.Contains(caseRef)), TooLate);

        Assert.Equal(2, asked.Length);
        Assert.Empty(asked.Intersect(meant));
    }

    [Fact]
    public void ToAskFor_SomeAskedAlready_OnlyFillsWhatIsLeft()
    {
        var all = Round(20, isIn: _ => true);
        var asked = all with
        {
            Cases =
            [
                .. all.Cases.Select(
                    (item, index) =>
                        index < 2 ? item with { Second = new Assignment("CMC1", InTime, null, []) } : item
                ),
            ],
        };

        Assert.Empty(SecondTier.ToAskFor(asked, InTime));
        Assert.Empty(SecondTier.ToAskFor(all with { Round = Some.Round(state: RoundState.Closed) }, InTime));
    }

    private static RoundStanding Round(int cases, Func<string, bool> isIn) =>
        Some.Of([
            .. Enumerable
                .Range(0, cases)
                .Select(n => $"K{n}")
                .Select(caseRef =>
                    Some.Standing(caseRef, submitted: isIn(caseRef) ? Some.Submitted(InTime) : null)
                ),
        ]);
}
