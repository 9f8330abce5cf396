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
        var marks = told;
        var notices = new List<Notice>();
        foreach (var owed in obligations)
        {
            if (owed.IsOpen && !Rests(owed, acknowledgements, day))
            {
                marks = Chase(owed, highRisk, day, marks, notices);
            }
        }

        return new CaseChase(marks, [.. notices]);
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

    private ImmutableArray<ToldMark> Chase(
        in Obligation owed,
        bool highRisk,
        DateOnly day,
        ImmutableArray<ToldMark> told,
        List<Notice> notices
    )
    {
        var offset = OffsetFrom(owed.DueOn, day);
        var first = notices.Count;
        var marks = told;
        foreach (var audience in Audiences)
        {
            if (ladder.LatestFor(audience, offset, highRisk) is not var (step, repeat))
            {
                continue;
            }

            var mark = new ToldMark(owed.Rule.RuleId, owed.ClockStarted, audience, step.Step, repeat);
            if (IsCovered(told, mark))
            {
                continue;
            }

            var receiver = ReceiverOf(owed, audience);
            mark = mark with { PersonId = receiver.PersonId };
            if (!WasToldInAnotherPart(told, mark))
            {
                marks = [.. marks.Where(old => !old.IsReplacedBy(mark)), mark];
                Tell(owed, receiver, step, step.ChannelsTo(audience, highRisk), highRisk, first, notices);
            }
        }

        return marks;
    }

    private static bool IsCovered(ImmutableArray<ToldMark> told, in ToldMark candidate)
    {
        foreach (var mark in told)
        {
            if (mark.Covers(candidate))
            {
                return true;
            }
        }

        return false;
    }

    // Who plays two parts may come to a step in the second of them on a later day, as when risk becomes high.
    private static bool WasToldInAnotherPart(ImmutableArray<ToldMark> told, in ToldMark candidate)
    {
        foreach (var mark in told)
        {
            if (mark.ToldSamePerson(candidate))
            {
                return true;
            }
        }

        return false;
    }

    private static void Tell(
        in Obligation owed,
        Receiver receiver,
        LadderStep step,
        ImmutableArray<Channel> by,
        bool highRisk,
        int first,
        List<Notice> notices
    )
    {
        var item = new NoticeItem(
            owed.Case.CaseRef,
            owed.Rule.RuleId,
            owed.ClockStarted,
            owed.DueOn,
            step.Step,
            owed.WorkingDaysOverdue,
            owed.OwedById,
            highRisk,
            receiver.StandsInForId
        );
        foreach (var channel in by)
        {
            // Somebody Teams does not know is told by email rather than not at all.
            var way = receiver.Member is { EntraId: null } ? Channel.Email : channel;
            Add(notices, first, new Notice(receiver.PersonId, way, item));
        }
    }

    // One person in two parts is told once by each way, of the more serious step.
    private static void Add(List<Notice> notices, int first, Notice added)
    {
        var same = notices.FindIndex(
            first,
            notice =>
                notice.Channel == added.Channel
                && string.Equals(notice.PersonId, added.PersonId, StringComparison.Ordinal)
        );
        if (same < 0)
        {
            notices.Add(added);
        }
        else if (added.Item.Step > notices[same].Item.Step)
        {
            notices[same] = added;
        }
    }

    private Receiver ReceiverOf(in Obligation owed, Audience audience)
    {
        var meantId = MeantFor(owed, audience);
        return new Receiver(meantId, staff.Find(meantId) is { } meant ? staff.Receiving(meant) : null);
    }

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
            _ => staff.HeadOfService?.StaffId,
        };
        return meant
            ?? Codes<Audience>.Of(audience == Audience.Owner ? Audience.PracticeSupervisor : audience);
    }

    private readonly record struct Receiver(string MeantId, StaffMember? Member)
    {
        public string PersonId => Member?.StaffId ?? MeantId;

        public string? StandsInForId =>
            string.Equals(PersonId, MeantId, StringComparison.Ordinal) ? null : MeantId;
    }
}
