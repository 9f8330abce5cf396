using YosWorkflow.Core.Calendar;

namespace YosWorkflow.Core.Audits.Rounds;

/// <summary>Says which rounds are to be drawn on a day.</summary>
public static class RoundSchedule
{
    /// <summary>
    /// For how many working days after the first of its month a round that was not drawn is still drawn by the schedule; later
    /// than that somebody has to ask for it.
    /// </summary>
    public const int CatchUpDays = 5;

    /// <summary>
    /// The rounds to draw on a day, of those programmes that are held every month: on the first working day of the month, and
    /// on the next ones in case the service did not run. Drawing one twice gives the first.
    /// </summary>
    public static IEnumerable<RoundId> DueOn(
        IEnumerable<AuditProgramme> programmes,
        DateOnly day,
        WorkingDayCalendar calendar
    )
    {
        var month = IsoMonth.Of(day);
        return calendar.IsWorkingDay(day) && calendar.Count(month.AddDays(-1), day) <= CatchUpDays
            ? programmes
                .Where(programme => programme.Every == RoundCalendar.Month)
                .Select(programme => new RoundId(programme.ProgrammeId, month))
            : [];
    }
}
