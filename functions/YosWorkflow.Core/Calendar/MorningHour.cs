#pragma warning disable MA0025 // signatures first: the bodies come with the next commits
namespace YosWorkflow.Core.Calendar;

/// <summary>
/// Says whether a moment is within the morning's hour of a working day. Timers fire hourly in UTC; the hour is one of the
/// service's own time zone, in winter and in summer.
/// </summary>
public static class MorningHour
{
    /// <summary>The day whose morning it is, or null if it is not the hour, or not a working day.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="timeZone">The service's time zone.</param>
    /// <param name="hour">The hour of the day in that time zone, from 0 to 23; it lasts until the end of the morning's catch-up.</param>
    /// <param name="calendar">Working days.</param>
    public static DateOnly? DayOf(
        DateTimeOffset now,
        TimeZoneInfo timeZone,
        int hour,
        WorkingDayCalendar calendar
    ) => throw new NotImplementedException();
}
