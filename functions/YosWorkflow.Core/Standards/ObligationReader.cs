using System.Collections.Immutable;
using YosWorkflow.Core.Calendar;
using YosWorkflow.Core.Caseload;

namespace YosWorkflow.Core.Standards;

/// <summary>
/// Derives what is owed on a case as of a day. The state as of a day counts nothing dated after it; what a rule says must hold
/// of a case (custody, a level of risk) must hold on that day. It keeps nothing between cases and may be used by many at once.
/// </summary>
/// <remarks>
/// Where the rules are silent: only a recurring obligation is not raised when it would fall due after the order ends; one that
/// is owed once stays owed, however late in an order its clock starts.
/// </remarks>
public sealed class ObligationReader
{
    private readonly WorkingDayCalendar calendar;
    private readonly Staff staff;
    private readonly DayZero dayZero;
    private readonly ImmutableArray<Rule>[] rulesByOrder;

    /// <summary>Makes a reader for a pack and a staff list.</summary>
    /// <param name="pack">The pack, as the service uses it.</param>
    /// <param name="calendar">Working days.</param>
    /// <param name="staff">Who owes what.</param>
    /// <param name="dayZero">Whether the day on which a clock starts counts.</param>
    public ObligationReader(
        StandardsPack pack,
        WorkingDayCalendar calendar,
        Staff staff,
        DayZero dayZero = DayZero.Excluded
    )
    {
        (this.calendar, this.staff, this.dayZero) = (calendar, staff, dayZero);
        rulesByOrder =
        [
            .. Enum.GetValues<OrderType>()
                .Select(order =>
                    pack.Rules.Where(rule => rule.On && rule.AppliesTo(order)).ToImmutableArray()
                ),
        ];
    }

    /// <summary>Adds all that is, or was, owed on a case as of a day, in the pack's order of rules and then by time.</summary>
    /// <param name="supervised">The case.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="into">The list that obligations are added to.</param>
    /// <exception cref="OutsideBankHolidaysException">The bank holidays of a year that it needs are not known.</exception>
    public void Read(Case supervised, DateOnly asOf, List<Obligation> into)
    {
        if (supervised.OrderMadeOn > asOf)
        {
            return;
        }

        var onDay = new CaseOnDay(supervised, asOf);
        foreach (var rule in rulesByOrder[(int)supervised.OrderType])
        {
            if (onDay.Holds(rule.Condition) && onDay.StartOf(rule.Clock) is { } start)
            {
                Read(rule, onDay, start, into);
            }
        }
    }

    private void Read(Rule rule, in CaseOnDay onDay, DateOnly start, List<Obligation> into)
    {
        var from = 0;
        var repeat = false;
        do
        {
            var met = onDay.Next(rule.MetBy, start, ref from);
            var clock = Restarted(rule, onDay, start, met);
            var due = LimitOf(rule, onDay.Case, repeat).DueFrom(clock, calendar, dayZero);
            if (met is null && rule.Repeats && onDay.Case.OrderEndsOn < due)
            {
                return;
            }

            into.Add(Obligation(rule, onDay, clock, due, met));
            if (met is null)
            {
                return;
            }

            (start, repeat) = (met.Value, true);
        } while (rule.Repeats);
    }

    // Release from custody starts the clock of a review anew, unless the review came before it.
    private static DateOnly Restarted(Rule rule, in CaseOnDay onDay, DateOnly start, DateOnly? met) =>
        rule.Clock == ClockStart.InterventionPlanOrRelease
        && onDay.ReleasedOn is { } released
        && released > start
        && (met is null || released <= met)
            ? released
            : start;

    private Obligation Obligation(Rule rule, in CaseOnDay onDay, DateOnly clock, DateOnly due, DateOnly? met)
    {
        var status = StatusOf(onDay, due, met);
        return new Obligation(
            onDay.Case,
            rule,
            clock,
            due,
            status,
            met,
            OwedBy(rule, onDay.Case),
            status == ObligationStatus.Overdue ? calendar.Count(due, onDay.Day) : 0
        );
    }

    private static ObligationStatus StatusOf(in CaseOnDay onDay, DateOnly due, DateOnly? met)
    {
        if (met is { } day)
        {
            return day <= due ? ObligationStatus.Met : ObligationStatus.MetLate;
        }

        if (onDay.Case.OpenThrough < onDay.Day)
        {
            return ObligationStatus.Missed;
        }

        return due > onDay.Day ? ObligationStatus.Upcoming
            : due == onDay.Day ? ObligationStatus.DueToday
            : ObligationStatus.Overdue;
    }

    private string OwedBy(Rule rule, Case supervised) =>
        rule.OwedBy == StaffRole.CaseManager
            ? supervised.CaseManagerId
            : staff.PracticeSupervisorOf(supervised)?.StaffId ?? "";

    private static Limit LimitOf(Rule rule, Case supervised, bool repeat) =>
        rule.LimitFor(supervised.OrderType, supervised.InterventionLevel, repeat)
        ?? throw new InvalidOperationException(
            $"Rule '{rule.RuleId}' has no limit for {Codes<OrderType>.Of(supervised.OrderType)}."
        );
}
