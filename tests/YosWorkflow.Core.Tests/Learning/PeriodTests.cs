using YosWorkflow.Core.Learning;

namespace YosWorkflow.Core.Tests.Learning;

public sealed class PeriodTests
{
    [Fact]
    public void EndingOn_TwelveMonths_EndsWithTheDayAndBeginsWithAMonth()
    {
        var period = Period.EndingOn(new DateOnly(2011, 10, 4), 12);

        Assert.Equal(new DateOnly(2010, 11, 1), period.From);
        Assert.Equal(new DateOnly(2011, 10, 4), period.To);
        Assert.Equal(12, period.Months.Length);
        Assert.Equal(0, period.MonthOf(new DateOnly(2010, 11, 30)));
        Assert.Equal(11, period.MonthOf(new DateOnly(2011, 10, 4)));
        Assert.Equal(-1, period.MonthOf(new DateOnly(2011, 10, 5)));
        Assert.Equal(-1, period.MonthOf(new DateOnly(2010, 10, 31)));
    }

    [Theory]
    [InlineData("2011-04-01", "2011-06-30", "2011-01-01", "2011-03-31")]
    [InlineData("2011-03-01", "2011-03-31", "2011-02-01", "2011-02-28")]
    [InlineData("2011-04-11", "2011-04-20", "2011-04-01", "2011-04-10")]
    public void Before_Period_LiesRightBeforeItAndIsAsLong(
        string from,
        string to,
        string before,
        string until
    )
    {
        var period = new Period(Example.Day(from), Example.Day(to)).Before;

        Assert.Equal(Example.Day(before), period.From);
        Assert.Equal(Example.Day(until), period.To);
    }

    [Fact]
    public void New_EndBeforeBeginning_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new Period(new DateOnly(2011, 2, 1), new DateOnly(2011, 1, 31))
        );

    [Fact]
    public void New_MoreThanSixtyMonths_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new Period(new DateOnly(2011, 2, 1), new DateOnly(2016, 2, 1))
        );
}
