using System.Collections.Immutable;
using YosWorkflow.Core.Calendar;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Standards;

namespace YosWorkflow.Core.Chasing;

/// <summary>Decides whom to tell of a case's obligations on a day. It only decides: nothing is sent or kept here.</summary>
public sealed class Chaser(Ladder ladder, WorkingDayCalendar calendar, Staff staff)
{
    private static readonly ImmutableArray<Audience> Audiences = [.. Enum.GetValues<Audience>()];

    /// <summary>Decides for one case.</summary>
    /// <param name="supervised">The case.</param>
    /// <param name="obligations">Its obligations as of the day; those that are not open are passed over.</param>
    /// <param name="told">What was told on it before.</param>
    /// <param name="acknowledgements">What was acknowledged on it.</param>
    /// <param name="day">The day, a working day.</param>
    public CaseChase Decide(
        Case supervised,
        IReadOnlyList<Obligation> obligations,
        ImmutableArray<ToldMark> told,
        IReadOnlyList<Acknowledgement> acknowledgements,
        DateOnly day
    )
    {
        var highRisk = supervised.IsHighRiskOn(day);
        var telling = new Telling(staff, told);
        foreach (var owed in obligations)
        {
            if (owed.IsOpen && !Rests(owed, acknowledgements, day))
            {
                Chase(owed, highRisk, day, telling);
            }
        }

        return telling.ToChase();
    }

    /// <summary>
    /// How many working days a day is from a due date: negative before it. What is due on a weekend is at 0 on the last working
    /// day before it.
    /// </summary>
    public int OffsetFrom(DateOnly dueOn, DateOnly day) =>
        day > dueOn ? calendar.Count(dueOn, day) : -calendar.Count(day, dueOn);

    private static bool Rests(
        in Obligation owed,
        IReadOnlyList<Acknowledgement> acknowledgements,
        DateOnly day
    )
    {
        foreach (var acknowledged in acknowledgements)
        {
            if (acknowledged.Rests(owed, day))
            {
                return true;
            }
        }

        return false;
    }

    private void Chase(in Obligation owed, bool highRisk, DateOnly day, Telling telling)
    {
        var offset = OffsetFrom(owed.DueOn, day);
        telling.BeginOccurrence();
        foreach (var audience in Audiences)
        {
            if (ladder.LatestFor(audience, offset, highRisk) is not var (step, repeat))
            {
                continue;
            }

            var mark = new ToldMark(
                owed.Rule.RuleId,
                owed.ClockStarted,
                audience,
                step.Step,
                repeat,
                On: day
            );
            if (!telling.WasTold(mark))
            {
                telling.Tell(
                    mark,
                    MeantFor(owed, audience),
                    step.ChannelsTo(audience, highRisk),
                    ItemOf(owed, step.Step, highRisk)
                );
            }
        }
    }

    private static NoticeItem ItemOf(in Obligation owed, ChaseStep step, bool highRisk) =>
        new(
            owed.Case.CaseRef,
            owed.Rule.RuleId,
            owed.ClockStarted,
            owed.DueOn,
            step,
            owed.WorkingDaysOverdue,
            owed.OwedById,
            highRisk
        );

    private string MeantFor(in Obligation owed, Audience audience)
    {
        var supervised = owed.Case;
        var meant = audience switch
        {
            Audience.Owner when owed.Rule.OwedBy == StaffRole.CaseManager => supervised.CaseManagerId,
            Audience.Owner or Audience.PracticeSupervisor => (
                staff.PracticeSupervisorOf(supervised)
                ?? staff.TeamManagerOf(supervised)
                ?? staff.HeadOfService
            )?.StaffId,
            Audience.TeamManager => (staff.TeamManagerOf(supervised) ?? staff.HeadOfService)?.StaffId,
            Audience.AuditLead => staff.First(StaffRole.EffectivePracticeManager)?.StaffId,
            _ => staff.HeadOfService?.StaffId,
        };
        return meant
            ?? Codes<Audience>.Of(audience == Audience.Owner ? Audience.PracticeSupervisor : audience);
    }
}
