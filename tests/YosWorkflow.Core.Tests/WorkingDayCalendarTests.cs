using YosWorkflow.Core.Calendar;

namespace YosWorkflow.Core.Tests;

public sealed class WorkingDayCalendarTests
{
    private static readonly WorkingDayCalendar Calendar = WorkingDayCalendar.EnglandAndWales;

    [Theory]
    [InlineData("2011-04-14", 15, "2011-05-11")]
    [InlineData("2011-04-20", 20, "2011-05-24")]
    [InlineData("2011-10-08", 15, "2011-10-28")]
    [InlineData("2011-12-19", 15, "2012-01-12")]
    [InlineData("2011-12-23", 1, "2011-12-28")]
    [InlineData("2011-12-23", 10, "2012-01-11")]
    [InlineData("2012-05-25", 15, "2012-06-19")]
    [InlineData("2012-06-01", 20, "2012-07-03")]
    public void Add_WorkingDays_SkipsWeekendsAndBankHolidays(string from, int workingDays, string expected) =>
        Assert.Equal(IsoDate.Parse(expected), Calendar.Add(IsoDate.Parse(from), workingDays));
}
