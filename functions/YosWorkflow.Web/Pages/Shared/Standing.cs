using System.Collections.Immutable;
using YosWorkflow.Core.Calendar;
using YosWorkflow.Core.Caseload;

namespace YosWorkflow.Web.Pages.Shared;

/// <summary>What is open in the whole service as of a day, the most serious first.</summary>
public sealed record Standing
{
    /// <summary>How many working days ahead is soon.</summary>
    public const int SoonWorkingDays = 10;

    /// <summary>Puts what is open in order.</summary>
    public Standing(DateOnly day, Staff staff, IEnumerable<OwedItem> open, WorkingDayCalendar calendar)
    {
        Day = day;
        Staff = staff;
        SoonThrough = calendar.Add(day, SoonWorkingDays);
        Open = [.. open.Where(item => item.Obligation.IsOpen).MostSeriousFirst(day)];
    }

    /// <summary>The day.</summary>
    public DateOnly Day { get; }

    /// <summary>The last day that is soon.</summary>
    public DateOnly SoonThrough { get; }

    /// <summary>The staff list.</summary>
    public Staff Staff { get; }

    /// <summary>What is open.</summary>
    public ImmutableArray<OwedItem> Open { get; }

    /// <summary>How urgent an item is.</summary>
    public Urgency UrgencyOf(OwedItem item) => Urgencies.Of(item.Obligation, SoonThrough);

    /// <summary>How many of some items there are of each urgency.</summary>
    public Tally Count(IEnumerable<OwedItem> items)
    {
        var tally = default(Tally);
        foreach (var item in items)
        {
            tally = tally.With(UrgencyOf(item));
        }

        return tally;
    }
}
