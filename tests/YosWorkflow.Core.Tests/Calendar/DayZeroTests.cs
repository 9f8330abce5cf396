using CsCheck;
using YosWorkflow.Core.Calendar;

namespace YosWorkflow.Core.Tests.Calendar;

public sealed class DayZeroTests
{
    private static readonly WorkingDayCalendar Calendar = WorkingDayCalendar.EnglandAndWales;

    [Theory]
    [InlineData("2011-04-14", 15, "2011-05-10")]
    [InlineData("2011-04-20", 20, "2011-05-23")]
    [InlineData("2011-10-08", 15, "2011-10-28")]
    [InlineData("2011-12-19", 15, "2012-01-11")]
    [InlineData("2011-12-23", 1, "2011-12-23")]
    [InlineData("2011-12-23", 10, "2012-01-10")]
    [InlineData("2012-05-25", 15, "2012-06-18")]
    [InlineData("2012-06-01", 20, "2012-07-02")]
    public void DueFrom_DayZeroCounted_IsADayEarlierIfItIsAWorkingDay(string from, int days, string due) =>
        Assert.Equal(
            IsoDate.Parse(due),
            new Limit(days, LimitUnit.WorkingDays).DueFrom(IsoDate.Parse(from), Calendar, DayZero.Counted)
        );

    [Fact]
    public void DueFrom_DayZeroCounted_CountsExactlyTheLimitWithTheDayItself() =>
        Gen.Select(Gen.Int[0, 6000], Gen.Int[1, 60])
            .Sample(
                (ahead, days) =>
                {
                    var from = new DateOnly(2009, 1, 2).AddDays(ahead);
                    var due = new Limit(days, LimitUnit.WorkingDays).DueFrom(from, Calendar, DayZero.Counted);
                    Assert.Equal(days, Calendar.Count(from.AddDays(-1), due));
                    Assert.True(Calendar.IsWorkingDay(due));
                }
            );

    [Fact]
    public void DueFrom_Months_AreTheSameEitherWay() =>
        Assert.Equal(
            new DateOnly(2012, 1, 4),
            Limit.Parse("3m").DueFrom(new DateOnly(2011, 10, 4), Calendar, DayZero.Counted)
        );
}
