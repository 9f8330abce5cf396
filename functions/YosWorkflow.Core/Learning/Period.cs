using System.Collections.Immutable;

namespace YosWorkflow.Core.Learning;

/// <summary>The days from one to another, both included, and the months that they lie in.</summary>
public sealed record Period
{
    /// <summary>The most months that a period may reach over.</summary>
    public const int MostMonths = 60;

    /// <summary>Makes a period.</summary>
    /// <param name="from">Its first day.</param>
    /// <param name="to">Its last day.</param>
    /// <exception cref="ArgumentOutOfRangeException">It ends before it begins, or is longer than <see cref="MostMonths"/>.</exception>
    public Period(DateOnly from, DateOnly to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        var months = MonthsBetween(from, to) + 1;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(months, MostMonths, nameof(to));
        (From, To) = (from, to);
        Months = [.. Enumerable.Range(0, months).Select(IsoMonth.Of(from).AddMonths)];
    }

    /// <summary>Its first day.</summary>
    public DateOnly From { get; }

    /// <summary>Its last day.</summary>
    public DateOnly To { get; }

    /// <summary>The months that it lies in, each by its first day; the first and the last one may be cut off.</summary>
    public ImmutableArray<DateOnly> Months { get; }

    /// <summary>As many days right before it; by whole months if it is of whole months.</summary>
    public Period Before =>
        From.Day == 1 && To.AddDays(1).Day == 1
            ? new Period(From.AddMonths(-Months.Length), From.AddDays(-1))
            : new Period(From.AddDays(From.DayNumber - To.DayNumber - 1), From.AddDays(-1));

    /// <summary>The month of a day and those before it, up to the day.</summary>
    /// <param name="today">The last day.</param>
    /// <param name="months">How many months; the day's own is the last.</param>
    public static Period EndingOn(DateOnly today, int months) =>
        new(IsoMonth.Of(today).AddMonths(1 - months), today);

    /// <summary>Which of its months a day of it lies in, from 0; -1 for a day outside it.</summary>
    public int MonthOf(DateOnly day) => day < From || day > To ? -1 : MonthsBetween(From, day);

    /// <summary>How many months later the month of one day is than that of another.</summary>
    public static int MonthsBetween(DateOnly from, DateOnly to) =>
        ((to.Year - from.Year) * 12) + to.Month - from.Month;
}
