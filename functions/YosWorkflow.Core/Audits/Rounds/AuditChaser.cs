using System.Collections.Immutable;
using YosWorkflow.Core.Calendar;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Chasing;

namespace YosWorkflow.Core.Audits.Rounds;

/// <summary>Decides whom to tell of what on a case of a round on a day. It only decides: nothing is sent or kept here.</summary>
public sealed class AuditChaser
{
    private static readonly ImmutableArray<Audience> Audiences = [.. Enum.GetValues<Audience>()];

    private readonly AuditLadders ladders;
    private readonly WorkingDayCalendar calendar;
    private readonly AuditDuties duties;
    private readonly Staff staff;
    private readonly string leadId;
    private readonly string headOfServiceId;

    /// <summary>Makes one for a round.</summary>
    /// <param name="ladders">The ladders.</param>
    /// <param name="calendar">Working days.</param>
    /// <param name="staff">The staff list.</param>
    /// <param name="round">The round.</param>
    public AuditChaser(AuditLadders ladders, WorkingDayCalendar calendar, Staff staff, AuditRound round)
    {
        (this.ladders, this.calendar, this.staff) = (ladders, calendar, staff);
        headOfServiceId = staff.HeadOfService?.StaffId ?? Codes<Audience>.Of(Audience.HeadOfService);
        leadId =
            (staff.First(round.Programme.LedBy) ?? staff.HeadOfService)?.StaffId
            ?? Codes<Audience>.Of(Audience.AuditLead);
        duties = new AuditDuties(round, leadId, calendar);
    }

    /// <summary>What is open on a case.</summary>
    public IEnumerable<AuditDuty> OpenOn(CaseStanding item, DateOnly day) => duties.Of(item, day);

    /// <summary>Decides for one case.</summary>
    /// <param name="item">How it stands.</param>
    /// <param name="told">What was told on it before.</param>
    /// <param name="day">The day, a working day.</param>
    public CaseChase Decide(CaseStanding item, ImmutableArray<ToldMark> told, DateOnly day)
    {
        var telling = new Telling(staff, told);
        foreach (var duty in duties.Of(item, day).Where(duty => duty.BeganOn <= day))
        {
            Chase(duty, day, telling);
        }

        return telling.ToChase();
    }

    /// <summary>
    /// The next working day on which somebody would be told of something on a case if nothing happens; null if on none of the
    /// days to come that are asked about. It is what a timer waits for.
    /// </summary>
    /// <param name="item">How it stands.</param>
    /// <param name="told">What was told on it before.</param>
    /// <param name="after">The day after which to look.</param>
    /// <param name="workingDays">How many working days to look ahead.</param>
    public DateOnly? NextDay(
        CaseStanding item,
        ImmutableArray<ToldMark> told,
        DateOnly after,
        int workingDays = 30
    )
    {
        for (var ahead = 1; ahead <= workingDays; ahead++)
        {
            var day = calendar.Add(after, ahead);
            if (!Decide(item, told, day).Notices.IsEmpty)
            {
                return day;
            }
        }

        return null;
    }

    private void Chase(AuditDuty duty, DateOnly day, Telling telling)
    {
        var ladder = ladders.Of(duty.Rule.Kind);
        telling.BeginOccurrence();
        foreach (var audience in Audiences)
        {
            if (ladder.LatestFor(audience, OffsetFrom(duty.DueOn, day)) is not var (step, repeat, by))
            {
                continue;
            }

            var mark = new ToldMark(duty.Rule.ToString(), duty.BeganOn, audience, step, repeat, On: day);
            if (!telling.WasTold(mark))
            {
                telling.Tell(mark, Meant(duty, audience), by, ItemOf(duty, step, day));
            }
        }
    }

    private NoticeItem ItemOf(AuditDuty duty, ChaseStep step, DateOnly day) =>
        new(
            duty.CaseRef,
            duty.Rule.ToString(),
            duty.BeganOn,
            duty.DueOn,
            step,
            day > duty.DueOn ? calendar.Count(duty.DueOn, day) : 0,
            duty.OwnerId,
            HighRisk: false
        );

    private int OffsetFrom(DateOnly dueOn, DateOnly day) =>
        day > dueOn ? calendar.Count(dueOn, day) : -calendar.Count(day, dueOn);

    private string Meant(AuditDuty duty, Audience audience) =>
        audience switch
        {
            Audience.Owner => duty.OwnerId,
            Audience.PracticeSupervisor => duty.PracticeSupervisorId ?? leadId,
            Audience.HeadOfService => headOfServiceId,
            _ => leadId,
        };
}
