using YosWorkflow.Core;
using YosWorkflow.Core.Audits;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Core.Calendar;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Web.Pages.Shared;

namespace YosWorkflow.Web.Pages.Audits;

/// <summary>When a programme's next sample is drawn by itself.</summary>
internal static class NextDraw
{
    /// <summary>When, in words.</summary>
    public static string Of(AuditProgramme programme, AuditsOnDay audits, WorkingDayCalendar calendar)
    {
        if (programme.Every != RoundCalendar.Month)
        {
            return "When somebody draws it";
        }

        try
        {
            return Dates.Short(Next(programme, audits, calendar));
        }
        catch (OutsideBankHolidaysException)
        {
            return "Not known: the bank holidays are not known so far ahead";
        }
    }

    private static DateOnly Next(AuditProgramme programme, AuditsOnDay audits, WorkingDayCalendar calendar)
    {
        var month = IsoMonth.Of(audits.Day);
        var isDrawn = audits.Listed.Any(one => one.Id == new RoundId(programme.ProgrammeId, month));
        var first = calendar.Add(month.AddDays(-1), 1);
        var last = calendar.Add(month.AddDays(-1), RoundSchedule.CatchUpDays);
        return isDrawn || audits.Day > last ? calendar.Add(month.AddMonths(1).AddDays(-1), 1)
            : audits.Day < first ? first
            : calendar.Add(audits.Day, 0) < audits.Day ? calendar.Add(audits.Day, 1)
            : audits.Day;
    }
}
