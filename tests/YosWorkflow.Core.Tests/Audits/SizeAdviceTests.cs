using YosWorkflow.Core.Audits;

namespace YosWorkflow.Core.Tests.Audits;

public sealed class SizeAdviceTests
{
    [Theory]
    [InlineData(650, 20, 0.22)]
    [InlineData(650, 130, 0.08)]
    public void Of_TheSizesThatTheDocsName_TellsWhatTheySay(int frame, int size, double within) =>
        Assert.Equal(within, SizeAdvice.Of(frame, size, auditors: 10).HalfWidth, 0.005);

    [Fact]
    public void Beside_AFrame_HoldsTheRuleTheChosenAndTheWholeFrameOnceEachFewestFirst()
    {
        var sizes = SizeAdvice
            .Beside(frameSize: 650, chosen: 130, auditors: 12)
            .Select(one => one.Size)
            .ToArray();

        Assert.Equal(sizes.Distinct().Order(), sizes);
        Assert.Contains(130, sizes);
        Assert.Equal(650, sizes[^1]);
    }

    [Fact]
    public void Beside_AFrameOfLessThanTwenty_NeverAsksForMoreThanThereAre() =>
        Assert.All(
            SizeAdvice.Beside(frameSize: 12, chosen: 5, auditors: 2),
            one => Assert.InRange(one.Size, 1, 12)
        );

    [Theory]
    [InlineData(20, 7, 2, 3)]
    [InlineData(21, 7, 3, 3)]
    [InlineData(3, 7, 0, 1)]
    public void Of_SomeAuditors_SharesTheCasesOutEvenly(int size, int auditors, int fewest, int most)
    {
        var advice = SizeAdvice.Of(100, size, auditors);

        Assert.Equal((fewest, (int?)most), (advice.FewestEach, advice.MostEach));
    }

    [Fact]
    public void Of_NoAuditor_SaysSo() => Assert.Null(SizeAdvice.Of(100, 20, auditors: 0).MostEach);

    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    [InlineData(374)]
    [InlineData(100_000)]
    public void FewestWithin_AnyFrame_IsTheFirstThatTellsIt(int frame)
    {
        var fewest = SizeAdvice.FewestWithin(frame, 0.10);

        Assert.True(SamplePrecision.HalfWidth(frame, fewest) <= 0.10);
        Assert.True(fewest == 1 || SamplePrecision.HalfWidth(frame, fewest - 1) > 0.10);
    }
}
