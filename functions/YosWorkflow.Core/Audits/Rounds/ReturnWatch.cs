using System.Collections.Immutable;
using YosWorkflow.Core.Calendar;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Chasing;

namespace YosWorkflow.Core.Audits.Rounds;

/// <summary>
/// Says until when the readings of a case are looked after one by one, and on which day next: what a timer waits for. Nothing
/// depends on the look being taken on that day, since each morning looks at all rounds.
/// </summary>
public static class ReturnWatch
{
    /// <summary>
    /// The working day by whose morning a round ends: the one after its last. If that was past when it began, as for a month that
    /// is audited after the fact, it is the one after the day on which it began.
    /// </summary>
    /// <param name="round">The round.</param>
    /// <param name="begunOn">The day on which looking after it begins.</param>
    /// <param name="calendar">Working days.</param>
    public static DateOnly EndOf(AuditRound round, DateOnly begunOn, WorkingDayCalendar calendar) =>
        calendar.Add(begunOn > round.Dates.ClosesOn ? begunOn : round.Dates.ClosesOn, 1);

    /// <summary>
    /// Whether it may be that somebody has to be found to read a case: nobody does, who does is away or can't audit, or it came in
    /// and nobody is asked for a second check yet. Whether it is so, <see cref="RoundReadings"/> decides.
    /// </summary>
    public static bool MayNeedReader(CaseStanding item, Staff staff) =>
        (item.IsIn ? item.Second : item.Case.Audit) is var reading
        && !item.SecondIsIn
        && (
            reading?.ReaderId is not { } reader || staff.Find(reader) is not { Active: true, CanAudit: true }
        );

    /// <summary>
    /// The next day on which to look after a case if nothing happens: when somebody is to be told of something, or when the round
    /// ends. Null if there is nothing to look after: what is asked for is in, or the round is over.
    /// </summary>
    /// <param name="round">The round.</param>
    /// <param name="item">How the case stands.</param>
    /// <param name="told">What was told on it.</param>
    /// <param name="chaser">Decides whom to tell in the round.</param>
    /// <param name="calendar">Working days.</param>
    /// <param name="day">The day, which was looked at already.</param>
    /// <param name="endsOn">See <see cref="EndOf"/>.</param>
    public static DateOnly? NextLook(
        AuditRound round,
        CaseStanding item,
        ImmutableArray<ToldMark> told,
        AuditChaser chaser,
        WorkingDayCalendar calendar,
        DateOnly day,
        DateOnly endsOn
    ) =>
        round.State == RoundState.Closed || day >= endsOn || IsBack(item)
            ? null
            : chaser.NextDay(item, told, day, calendar.Count(day, endsOn)) ?? endsOn;

    private static bool IsBack(CaseStanding item) => item.IsIn && (item.Second is null || item.SecondIsIn);
}
