using CsCheck;
using YosWorkflow.Core.Calendar;

namespace YosWorkflow.Core.Tests.Calendar;

public sealed class WorkingDayCalendarTests
{
    private static readonly WorkingDayCalendar Calendar = WorkingDayCalendar.EnglandAndWales;

    private static readonly Gen<DateOnly> Day = Gen.Date[new DateTime(2009, 1, 1), new DateTime(2026, 12, 31)]
        .Select(DateOnly.FromDateTime);

    [Theory]
    [InlineData("2011-04-14", 15, "2011-05-11")]
    [InlineData("2011-04-20", 20, "2011-05-24")]
    [InlineData("2011-10-08", 15, "2011-10-28")]
    [InlineData("2011-12-19", 15, "2012-01-12")]
    [InlineData("2011-12-23", 1, "2011-12-28")]
    [InlineData("2011-12-23", 10, "2012-01-11")]
    [InlineData("2012-05-25", 15, "2012-06-19")]
    [InlineData("2012-06-01", 20, "2012-07-03")]
    [InlineData("2011-10-08", 0, "2011-10-07")]
    [InlineData("2011-10-07", 0, "2011-10-07")]
    public void Add_WorkingDays_SkipsWeekendsAndBankHolidays(string from, int workingDays, string expected) =>
        Assert.Equal(IsoDate.Parse(expected), Calendar.Add(IsoDate.Parse(from), workingDays));

    [Fact]
    public void Add_AnyDay_IsWhatGoingDayByDayComesTo() =>
        Gen.Select(Day, Gen.Int[1, 300])
            .Sample((from, count) => Assert.Equal(DayByDay(from, count), Calendar.Add(from, count)));

    [Fact]
    public void Count_AnyTwoDays_IsWhatGoingDayByDayComesTo() =>
        Gen.Select(Day, Gen.Int[0, 700])
            .Sample(
                (after, days) =>
                {
                    var upTo = after.AddDays(days);
                    var expected = Enumerable
                        .Range(1, days)
                        .Count(ahead => Calendar.IsWorkingDay(after.AddDays(ahead)));
                    Assert.Equal(expected, Calendar.Count(after, upTo));
                    Assert.Equal(-expected, Calendar.Count(upTo, after));
                }
            );

    [Theory]
    [InlineData("2011-04-29", false)]
    [InlineData("2012-05-28", true)]
    [InlineData("2012-06-04", false)]
    [InlineData("2012-06-05", false)]
    [InlineData("2011-10-08", false)]
    [InlineData("2011-10-09", false)]
    [InlineData("2011-10-10", true)]
    [InlineData("2026-12-28", false)]
    public void IsWorkingDay_OfADay_KnowsWeekendsAndBankHolidays(string day, bool expected) =>
        Assert.Equal(expected, Calendar.IsWorkingDay(IsoDate.Parse(day)));

    [Theory]
    [InlineData("2008-12-31", 2008)]
    [InlineData("2029-01-01", 2029)]
    [InlineData("1971-06-01", 1971)]
    public void IsWorkingDay_OutsideTheFile_NamesTheYear(string day, int year)
    {
        var error = Assert.Throws<OutsideBankHolidaysException>(() =>
            Calendar.IsWorkingDay(IsoDate.Parse(day))
        );

        Assert.Equal(year, error.Year);
        Assert.StartsWith(
            $"The bank holidays of {year} are not known",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Add_BeyondTheFile_NamesTheFirstYearThatIsNotKnown()
    {
        var last = new DateOnly(Calendar.LastYear, 12, 20);

        var error = Assert.Throws<OutsideBankHolidaysException>(() => Calendar.Add(last, 15));

        Assert.Equal(Calendar.LastYear + 1, error.Year);
    }

    [Fact]
    public void Count_UpToADayOutsideTheFile_NamesTheYear()
    {
        var known = new DateOnly(Calendar.LastYear, 12, 20);

        var error = Assert.Throws<OutsideBankHolidaysException>(() =>
            Calendar.Count(known, new DateOnly(2031, 1, 1))
        );

        Assert.Equal(2031, error.Year);
    }

    [Fact]
    public void EnglandAndWales_NextYear_IsInTheFile()
    {
        var next = TimeProvider.System.GetUtcNow().Year + 1;

        Assert.True(
            next <= Calendar.LastYear && BankHolidays(next) >= 8,
            $"The bank holidays of {next} are missing from Core/Calendar/bank-holidays-england-and-wales.json. Take them "
                + "from https://www.gov.uk/bank-holidays.json (england-and-wales), add them to 'events', and move the end of "
                + "'range' to the last day of the last year that is whole. Do it before the year begins: a due date in it "
                + "is an error until then."
        );
    }

    [Fact]
    public void EnglandAndWales_EveryYear_HasItsEightBankHolidays() =>
        Assert.All(
            Enumerable.Range(Calendar.FirstYear, Calendar.LastYear - Calendar.FirstYear + 1),
            year => Assert.InRange(BankHolidays(year), 8, 10)
        );

    private static DateOnly DayByDay(DateOnly from, int count)
    {
        var day = from;
        while (count > 0)
        {
            day = day.AddDays(1);
            count -= Calendar.IsWorkingDay(day) ? 1 : 0;
        }

        return day;
    }

    private static int BankHolidays(int year) =>
        Enumerable
            .Range(0, DateTime.IsLeapYear(year) ? 366 : 365)
            .Select(new DateOnly(year, 1, 1).AddDays)
            .Count(day =>
                day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Calendar.IsWorkingDay(day)
            );
}
