using YosWorkflow.Core.Calendar;

namespace YosWorkflow.Core.Audits.Rounds;

/// <summary>The days that a round keeps to. They are settled when it is drawn.</summary>
/// <param name="DrawnOn">The day as of which it was drawn, on which its clocks start.</param>
/// <param name="ReturnsDueOn">The last day on which a return is in time.</param>
/// <param name="ClosesOn">Its last working day.</param>
public sealed record RoundDates(DateOnly DrawnOn, DateOnly ReturnsDueOn, DateOnly ClosesOn)
{
    /// <summary>
    /// The days of a round. It closes on the last working day of its month; drawn so late that returns would be due after that,
    /// on the last working day of the first month that leaves them their time.
    /// </summary>
    /// <exception cref="OutsideBankHolidaysException">The bank holidays of a year that it needs are not known.</exception>
    public static RoundDates Of(
        AuditProgramme programme,
        DateOnly month,
        DateOnly drawnOn,
        WorkingDayCalendar calendar
    )
    {
        var due = programme.ReturnLimit.DueFrom(drawnOn, calendar);
        var last = IsoMonth.Of(drawnOn) > month ? IsoMonth.Of(drawnOn) : month;
        while (LastWorkingDayOf(last, calendar) < due)
        {
            last = last.AddMonths(1);
        }

        return new RoundDates(drawnOn, due, LastWorkingDayOf(last, calendar));
    }

    /// <summary>
    /// By when something is to be done that only came up in the course of the round: after the programme's follow-up limit, but
    /// not after the round's last day, and not before it came up.
    /// </summary>
    /// <param name="programme">The programme.</param>
    /// <param name="began">The day it came up.</param>
    /// <param name="calendar">Working days.</param>
    public DateOnly FollowUpDueOn(AuditProgramme programme, DateOnly began, WorkingDayCalendar calendar)
    {
        var due = programme.FollowUpLimit.DueFrom(began, calendar);
        var latest = ClosesOn > began ? ClosesOn : began;
        return due < latest ? due : latest;
    }

    private static DateOnly LastWorkingDayOf(DateOnly month, WorkingDayCalendar calendar) =>
        calendar.Add(month.AddMonths(1).AddDays(-1), 0);
}
