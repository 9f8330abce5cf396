using YosWorkflow.Core.Calendar;

namespace YosWorkflow.Core.Tests.Calendar;

public sealed class MorningHourTests
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
    private static readonly WorkingDayCalendar Calendar = WorkingDayCalendar.EnglandAndWales;

    [Theory]
    // The Friday before and the Monday after the clocks go forward and back, from the first minute of the morning to the last.
    [InlineData("2026-03-27T06:59:59Z", null)]
    [InlineData("2026-03-27T07:00:00Z", "2026-03-27")]
    [InlineData("2026-03-27T11:59:59Z", "2026-03-27")]
    [InlineData("2026-03-27T12:00:00Z", null)]
    [InlineData("2026-03-29T07:00:00Z", null)]
    [InlineData("2026-03-30T05:59:59Z", null)]
    [InlineData("2026-03-30T06:00:00Z", "2026-03-30")]
    [InlineData("2026-03-30T10:59:59Z", "2026-03-30")]
    [InlineData("2026-03-30T11:00:00Z", null)]
    [InlineData("2026-10-23T05:59:59Z", null)]
    [InlineData("2026-10-23T06:00:00Z", "2026-10-23")]
    [InlineData("2026-10-23T11:00:00Z", null)]
    [InlineData("2026-10-25T07:00:00Z", null)]
    [InlineData("2026-10-26T06:00:00Z", null)]
    [InlineData("2026-10-26T07:00:00Z", "2026-10-26")]
    [InlineData("2026-10-26T12:00:00Z", null)]
    // In 2027 the clocks go forward at Easter.
    [InlineData("2027-03-25T07:00:00Z", "2027-03-25")]
    [InlineData("2027-03-26T07:00:00Z", null)]
    [InlineData("2027-03-29T06:00:00Z", null)]
    [InlineData("2027-03-30T06:00:00Z", "2027-03-30")]
    [InlineData("2027-10-29T06:00:00Z", "2027-10-29")]
    [InlineData("2027-11-01T06:00:00Z", null)]
    [InlineData("2027-11-01T07:00:00Z", "2027-11-01")]
    // A timer that says its moment with another offset means the same moment.
    [InlineData("2026-03-30T08:00:00+02:00", "2026-03-30")]
    public void DayOf_AroundAClockChange_IsTheMorningInLondon(string moment, string? day) =>
        Assert.Equal(
            day,
            MorningHour.DayOf(DateTimeOffset.Parse(moment, null), London, hour: 7, Calendar) is { } found
                ? IsoDate.Format(found)
                : null
        );

    [Theory]
    [InlineData(2026, 7)]
    [InlineData(2027, 7)]
    [InlineData(2027, 0)]
    [InlineData(2026, 11)]
    public void DayOf_EveryHourOfAYear_IsExactlyTheMorningsOfWorkingDays(int year, int hour)
    {
        // The clocks change at 01:00 UTC on the last Sundays of March and October.
        var forward = LastSunday(year, 3);
        var back = LastSunday(year, 10);
        var mornings = new List<DateOnly>();
        for (
            var moment = new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero);
            moment.Year == year;
            moment = moment.AddHours(1)
        )
        {
            var local = moment.AddHours(moment >= forward && moment < back ? 1 : 0);
            var localDay = DateOnly.FromDateTime(local.DateTime);
            var expected =
                local.Hour >= hour && local.Hour < 12 && Calendar.IsWorkingDay(localDay)
                    ? localDay
                    : (DateOnly?)null;
            Assert.Equal(expected, MorningHour.DayOf(moment, London, hour, Calendar));
            mornings.AddRange(expected is { } day ? [day] : []);
        }

        var workingDays = Calendar.Count(new DateOnly(year - 1, 12, 31), new DateOnly(year, 12, 31));
        Assert.Equal(workingDays, mornings.Distinct().Count());
        Assert.Equal(workingDays * (12 - hour), mornings.Count);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(12)]
    [InlineData(24)]
    public void DayOf_AnHourThatIsNotInTheMorning_IsRefused(int hour) =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            MorningHour.DayOf(DateTimeOffset.UnixEpoch, London, hour, Calendar)
        );

    [Fact]
    public void DayOf_AYearWithoutBankHolidays_NamesIt() =>
        Assert.Equal(
            2031,
            Assert
                .Throws<OutsideBankHolidaysException>(() =>
                    MorningHour.DayOf(
                        new DateTimeOffset(2031, 6, 2, 8, 0, 0, TimeSpan.Zero),
                        London,
                        7,
                        Calendar
                    )
                )
                .Year
        );

    private static DateTimeOffset LastSunday(int year, int month)
    {
        var last = new DateTimeOffset(year, month, 31, 1, 0, 0, TimeSpan.Zero);
        return last.AddDays(-(int)last.DayOfWeek);
    }

    [Theory]
    [InlineData("2026-01-12", "Europe/London", 7, "2026-01-12T07:00Z")]
    [InlineData("2026-07-13", "Europe/London", 7, "2026-07-13T06:00Z")]
    [InlineData("2026-03-29", "Europe/London", 1, "2026-03-29T01:00Z")]
    [InlineData("2026-03-29", "Europe/London", 2, "2026-03-29T01:00Z")]
    public void Of_ADay_IsTheMomentAtWhichItsMorningBegins(
        string day,
        string zone,
        int hour,
        string moment
    ) =>
        Assert.Equal(
            DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture),
            MorningHour.Of(IsoDate.Parse(day), TimeZoneInfo.FindSystemTimeZoneById(zone), hour)
        );
}
