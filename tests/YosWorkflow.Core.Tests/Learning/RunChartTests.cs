using CsCheck;
using YosWorkflow.Core.Learning;

namespace YosWorkflow.Core.Tests.Learning;

public sealed class RunChartTests
{
    private static readonly DateOnly First = new(2011, 1, 1);

    private static readonly Gen<(int Met, int OutOf)[]> GenMonths = Gen.Int[0, 60]
        .SelectMany(outOf => Gen.Int[0, outOf].Select(met => (met, outOf)))
        .Array[0, 40];

    [Fact]
    public void Of_NothingDue_IsEmpty()
    {
        var chart = RunChart.Of([(First, 0, 0)]);

        Assert.Empty(chart.Points);
        Assert.Null(chart.Median);
        Assert.Null(chart.Mean);
    }

    [Fact]
    public void Of_NineMonths_ClaimsNothing()
    {
        var chart = Of(10, 20, 30, 40, 50, 60, 70, 80, 90);

        Assert.False(chart.IsEnough);
        Assert.Empty(chart.Spans);
        Assert.All(chart.Points, point => Assert.Null(point.Lower));
        Assert.All(chart.Points, point => Assert.Equal(RunSignals.None, point.Signals));
        Assert.Equal(0.5, chart.Median);
    }

    [Fact]
    public void Of_Limits_AreThreeStandardErrorsAboutTheSharedMean()
    {
        // 800 of 1,000 together: the standard error of 100 is 0.04, of 25 it is 0.08.
        var months = Enumerable
            .Range(0, 9)
            .Select(at => (First.AddMonths(at), 80, 100))
            .Concat([(First.AddMonths(9), 20, 25), (First.AddMonths(10), 60, 75)]);

        var chart = RunChart.Of(months);

        Assert.Equal(0.8, chart.Mean!.Value, 12);
        Assert.Equal(0.68, chart.Points[0].Lower!.Value, 12);
        Assert.Equal(0.92, chart.Points[0].Upper!.Value, 12);
        Assert.Equal(0.56, chart.Points[9].Lower!.Value, 12);
        Assert.Equal(1, chart.Points[9].Upper);
        Assert.Empty(chart.Spans);
    }

    [Fact]
    public void Of_OneMonthFarOff_LiesBeyondTheLimits()
    {
        var chart = Of(80, 81, 79, 80, 81, 79, 81, 79, 70, 80, 81, 80);

        Assert.Equal(RunSignals.BeyondLimit, chart.Points[8].Signals);
        Assert.Single(chart.Points, point => point.Signals != RunSignals.None);
    }

    [Fact]
    public void Of_SixOnOneSide_AreAShiftAndOneOnTheMedianNeitherCountsNorBreaks()
    {
        // The median is 50: five below, then a month on it, then six above.
        var chart = Of(48, 49, 48, 49, 48, 49, 50, 52, 51, 52, 51, 50, 52, 51, 50);

        Assert.Equal(0.5, chart.Median);
        Assert.Collection(
            chart.Spans,
            below => Assert.Equal(new RunSpan(RunSignals.Shift, false, First, First.AddMonths(5), 6), below),
            above =>
                Assert.Equal(
                    new RunSpan(RunSignals.Shift, true, First.AddMonths(7), First.AddMonths(13), 6),
                    above
                )
        );
        Assert.Equal(RunSignals.None, chart.Points[11].Signals);
    }

    [Fact]
    public void Of_FiveOnOneSide_AreNoShift()
    {
        var chart = Of(48, 49, 48, 49, 48, 52, 51, 52, 51, 52);

        Assert.Empty(chart.Spans);
    }

    [Fact]
    public void Of_FiveRising_AreATrendAndOneLikeItsNeighbourNeitherCountsNorBreaks()
    {
        var chart = Of(50, 49, 46, 47, 48, 48, 49, 50, 49, 50, 51, 50);

        var trend = Assert.Single(chart.Spans, span => span.Kind == RunSignals.Trend);
        Assert.Equal(new RunSpan(RunSignals.Trend, true, First.AddMonths(2), First.AddMonths(7), 5), trend);
    }

    [Fact]
    public void Of_FourRising_AreNoTrend()
    {
        var chart = Of(50, 49, 47, 48, 49, 50, 49, 50, 49, 50, 49, 50);

        Assert.DoesNotContain(chart.Spans, span => span.Kind == RunSignals.Trend);
    }

    [Fact]
    public void Of_AnyMonths_HasLimitsAboutTheMeanWithinTheScaleAndMirroredSignals() =>
        GenMonths.Sample(months =>
        {
            var chart = RunChart.Of(months.Select((one, at) => (First.AddMonths(at), one.Met, one.OutOf)));
            var mirrored = RunChart.Of(
                months.Select((one, at) => (First.AddMonths(at), one.OutOf - one.Met, one.OutOf))
            );

            Assert.Equal(months.Count(one => one.OutOf > 0), chart.Points.Length);
            Assert.All(
                chart.Points.Where(_ => chart.IsEnough),
                point =>
                {
                    Assert.InRange(point.Lower!.Value, 0, chart.Mean!.Value + 1e-9);
                    Assert.InRange(point.Upper!.Value, chart.Mean.Value - 1e-9, 1);
                }
            );
            Assert.All(chart.Spans, span => Assert.True(span.From < span.To && span.Points >= 5));
            Assert.Equal(
                chart.Points.Select(point => point.Signals),
                mirrored.Points.Select(point => point.Signals)
            );
            Assert.Equal(chart.Spans.Select(span => span with { IsUp = !span.IsUp }), mirrored.Spans);
        });

    private static RunChart Of(params int[] percents) =>
        RunChart.Of(percents.Select((percent, at) => (First.AddMonths(at), percent * 10, 1000)));
}
