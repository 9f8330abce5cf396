using System.Globalization;
using YosWorkflow.Core.Calendar;

namespace YosWorkflow.Core.Tests.Calendar;

public sealed class DaytimeTests
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    [Theory]
    [InlineData("2026-01-12T06:59:59Z", null)]
    [InlineData("2026-01-12T07:00:00Z", "2026-01-12")]
    [InlineData("2026-01-12T17:59:59Z", "2026-01-12")]
    [InlineData("2026-01-12T18:00:00Z", null)]
    [InlineData("2026-06-15T05:59:59Z", null)]
    [InlineData("2026-06-15T06:00:00Z", "2026-06-15")]
    [InlineData("2026-06-15T16:59:59Z", "2026-06-15")]
    [InlineData("2026-06-15T17:00:00Z", null)]
    [InlineData("2026-06-14T10:00:00Z", null)]
    [InlineData("2026-05-25T10:00:00Z", null)]
    public void DayOf_MomentsAroundTheWorkingDay_IsTheDayWithinItOnly(string now, string? day) =>
        Assert.Equal(
            day is null ? null : IsoDate.Parse(day),
            Daytime.DayOf(
                DateTimeOffset.Parse(now, CultureInfo.InvariantCulture),
                London,
                hour: 7,
                WorkingDayCalendar.EnglandAndWales
            )
        );
}
