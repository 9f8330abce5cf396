namespace YosWorkflow.Core.Calendar;

/// <summary>
/// Says whether a moment is in the daytime of a working day, when what could not be sent in the morning may still go out: nobody
/// is told at night, at a weekend or on a bank holiday. It begins with the morning (<see cref="MorningHour"/>).
/// </summary>
public static class Daytime
{
    /// <summary>The hour at which every working day ends.</summary>
    public const int End = 18;

    /// <summary>The day whose daytime it is, or null if it is night, or not a working day.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="timeZone">The service's time zone.</param>
    /// <param name="hour">The hour of the day in that time zone at which the morning begins.</param>
    /// <param name="calendar">Working days.</param>
    /// <exception cref="OutsideBankHolidaysException">The bank holidays of the year are not known.</exception>
    public static DateOnly? DayOf(
        DateTimeOffset now,
        TimeZoneInfo timeZone,
        int hour,
        WorkingDayCalendar calendar
    )
    {
        var local = TimeZoneInfo.ConvertTime(now, timeZone);
        var day = DateOnly.FromDateTime(local.DateTime);
        return local.Hour >= hour && local.Hour < End && calendar.IsWorkingDay(day) ? day : null;
    }
}
