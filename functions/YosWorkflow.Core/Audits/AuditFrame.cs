using YosWorkflow.Core.Calendar;
using YosWorkflow.Core.Caseload;

namespace YosWorkflow.Core.Audits;

/// <summary>Which cases a programme draws from.</summary>
public static class AuditFrame
{
    /// <summary>Whether a case belongs to the frame of a round.</summary>
    /// <param name="programme">The programme.</param>
    /// <param name="month">The first day of the round's month.</param>
    /// <param name="asOf">The day as of which open cases are taken.</param>
    /// <param name="candidate">The case.</param>
    /// <param name="lastAuditedOn">When it was last drawn for this programme, or null.</param>
    /// <param name="calendar">Working days.</param>
    public static bool Holds(
        AuditProgramme programme,
        DateOnly month,
        DateOnly asOf,
        Case candidate,
        DateOnly? lastAuditedOn,
        WorkingDayCalendar calendar
    ) =>
        programme.Frame switch
        {
            FrameKind.SupervisedInMonth => SupervisedIn(candidate, month),
            FrameKind.ReferredInMonth => ReferredIn(candidate, month),
            _ => IsOpen(candidate, asOf)
                && LongEnough(programme, candidate, asOf, calendar)
                && !AuditedLately(programme, lastAuditedOn, asOf),
        };

    private static bool IsOpen(Case candidate, DateOnly asOf) =>
        candidate.OrderMadeOn <= asOf && asOf <= candidate.OpenThrough;

    private static bool LongEnough(
        AuditProgramme programme,
        Case candidate,
        DateOnly asOf,
        WorkingDayCalendar calendar
    ) => programme.ClockLimit is not { } limit || limit.DueFrom(candidate.OrderMadeOn, calendar) <= asOf;

    private static bool AuditedLately(AuditProgramme programme, DateOnly? lastAuditedOn, DateOnly asOf) =>
        programme.ReauditMonths > 0 && lastAuditedOn?.AddMonths(programme.ReauditMonths) > asOf;

    private static bool SupervisedIn(Case candidate, DateOnly month) =>
        candidate.OrderMadeOn < month.AddMonths(1) && candidate.OpenThrough >= month;

    private static bool ReferredIn(Case candidate, DateOnly month) =>
        candidate.Milestones.Any(done =>
            done.Kind == MilestoneKind.ScsReferral
            && done.CompletedOn >= month
            && done.CompletedOn < month.AddMonths(1)
        );
}
