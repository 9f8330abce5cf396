using YosWorkflow.Core.Learning;

namespace YosWorkflow.Core.Tests.Learning;

public sealed class AgreementTests
{
    [Theory]
    [InlineData(8, 10, 0.4902, 0.9433)]
    [InlineData(0, 10, 0, 0.2775)]
    [InlineData(10, 10, 0.7225, 1)]
    public void Wilson_KnownExamples_AreReproduced(int met, int outOf, double low, double high)
    {
        var interval = WilsonInterval.Of(met, outOf)!.Value;

        Assert.Equal(low, interval.Low, 4);
        Assert.Equal(high, interval.High, 4);
    }

    [Fact]
    public void Wilson_OfNone_IsNothing() => Assert.Null(WilsonInterval.Of(0, 0));

    [Fact]
    public void Kappa_TextbookExample_IsReproduced()
    {
        // 20 both yes, 5 yes/no, 10 no/yes, 15 both no: observed 0.7, by chance 0.5.
        (bool, bool)[] answers =
        [
            .. Enumerable.Repeat((true, true), 20),
            .. Enumerable.Repeat((true, false), 5),
            .. Enumerable.Repeat((false, true), 10),
            .. Enumerable.Repeat((false, false), 15),
        ];

        Assert.Equal(0.4, Kappa.Of(answers)!.Value, 10);
    }

    [Fact]
    public void Kappa_OneAnswerThroughout_SaysNothing() =>
        Assert.Null(Kappa.Of([("met", "met"), ("met", "met")]));
}
