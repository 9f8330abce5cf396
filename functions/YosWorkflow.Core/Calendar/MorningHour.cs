namespace YosWorkflow.Core.Calendar;

/// <summary>
/// Says whether a moment is in the morning of a working day. Timers fire hourly in UTC; the morning is one of the service's own
/// time zone, in winter and in summer. It begins at a given hour and lasts until noon, so that a host that was down at that hour
/// catches up the same morning; nothing is ever due to be sent in the afternoon, at night, at a weekend or on a bank holiday.
/// </summary>
public static class MorningHour
{
    /// <summary>The hour at which every morning ends.</summary>
    public const int Noon = 12;

    /// <summary>The day whose chase should run, or null if it is not the morning, or not a working day.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="timeZone">The service's time zone.</param>
    /// <param name="hour">The hour of the day in that time zone at which the morning begins, from 0 to 11.</param>
    /// <param name="calendar">Working days.</param>
    /// <exception cref="ArgumentOutOfRangeException">The hour is not one of the morning.</exception>
    /// <exception cref="OutsideBankHolidaysException">The bank holidays of the year are not known.</exception>
    public static DateOnly? DayOf(
        DateTimeOffset now,
        TimeZoneInfo timeZone,
        int hour,
        WorkingDayCalendar calendar
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegative(hour);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(hour, Noon);
        var local = TimeZoneInfo.ConvertTime(now, timeZone);
        var day = DateOnly.FromDateTime(local.DateTime);
        return local.Hour >= hour && local.Hour < Noon && calendar.IsWorkingDay(day) ? day : null;
    }

    /// <summary>The moment at which the morning of a day begins; where the clocks leave that hour out, an hour later.</summary>
    /// <param name="day">The day.</param>
    /// <param name="timeZone">The service's time zone.</param>
    /// <param name="hour">The hour of the day in that time zone at which the morning begins, from 0 to 11.</param>
    public static DateTimeOffset Of(DateOnly day, TimeZoneInfo timeZone, int hour)
    {
        var local = day.ToDateTime(new TimeOnly(hour, 0));
        var there = timeZone.IsInvalidTime(local) ? local.AddHours(1) : local;
        return new DateTimeOffset(there, timeZone.GetUtcOffset(there)).ToUniversalTime();
    }
}
