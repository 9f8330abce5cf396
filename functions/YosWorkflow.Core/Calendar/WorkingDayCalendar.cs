using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace YosWorkflow.Core.Calendar;

/// <summary>
/// Working days: Monday to Friday less bank holidays. Adding and counting are look-ups in two tables made once: the position of
/// each day among the working days, and the day at each position.
/// </summary>
public sealed class WorkingDayCalendar
{
    private readonly int firstDayNumber;

    // For each day, the position of the last working day up to and including it; -1 before the first.
    private readonly int[] positions;
    private readonly DateOnly[] workingDays;

    /// <summary>Makes a calendar for whole years.</summary>
    /// <param name="firstYear">The first year whose bank holidays are all given.</param>
    /// <param name="lastYear">The last such year.</param>
    /// <param name="bankHolidays">The bank holidays.</param>
    public WorkingDayCalendar(int firstYear, int lastYear, IEnumerable<DateOnly> bankHolidays)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lastYear, firstYear);
        FirstYear = firstYear;
        LastYear = lastYear;
        firstDayNumber = new DateOnly(firstYear, 1, 1).DayNumber;
        var days = new DateOnly(lastYear, 12, 31).DayNumber - firstDayNumber + 1;
        var closed = bankHolidays.ToHashSet();
        positions = new int[days];
        var open = new List<DateOnly>(days);
        for (var index = 0; index < days; index++)
        {
            var day = DateOnly.FromDayNumber(firstDayNumber + index);
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !closed.Contains(day))
            {
                open.Add(day);
            }

            positions[index] = open.Count - 1;
        }

        workingDays = [.. open];
    }

    /// <summary>England and Wales, from the bank holidays that come with the software.</summary>
    public static WorkingDayCalendar EnglandAndWales { get; } = LoadEnglandAndWales();

    /// <summary>The first year whose bank holidays are known.</summary>
    public int FirstYear { get; }

    /// <summary>The last year whose bank holidays are known.</summary>
    public int LastYear { get; }

    /// <summary>Whether a day is a working day.</summary>
    /// <exception cref="OutsideBankHolidaysException">The year's bank holidays are not known.</exception>
    public bool IsWorkingDay(DateOnly day)
    {
        var position = PositionOf(day);
        return position >= 0 && workingDays[position] == day;
    }

    /// <summary>
    /// The day that is so many working days after a day, which itself is not counted. With 0 it is the day itself if that is a
    /// working day, else the last one before it.
    /// </summary>
    /// <param name="from">The day.</param>
    /// <param name="count">How many working days; negative to go back.</param>
    /// <exception cref="OutsideBankHolidaysException">The bank holidays of a year on the way are not known.</exception>
    public DateOnly Add(DateOnly from, int count)
    {
        var position = PositionOf(from) + count;
        var days = workingDays;
        if ((uint)position >= (uint)days.Length)
        {
            ThrowOutside(position < 0 ? FirstYear - 1 : LastYear + 1);
        }

        return days[position];
    }

    /// <summary>How many working days lie after one day and up to and including another; negative if that is earlier.</summary>
    /// <exception cref="OutsideBankHolidaysException">The bank holidays of either year are not known.</exception>
    public int Count(DateOnly after, DateOnly upTo) => PositionOf(upTo) - PositionOf(after);

    private static WorkingDayCalendar LoadEnglandAndWales()
    {
        using var stream = typeof(WorkingDayCalendar).Assembly.GetManifestResourceStream(
            "Calendar/bank-holidays-england-and-wales.json"
        )!;
        using var file = JsonDocument.Parse(stream);
        var range = file.RootElement.GetProperty("range");
        return new WorkingDayCalendar(
            IsoDate.Parse(range[0].GetString()!).Year,
            IsoDate.Parse(range[1].GetString()!).Year,
            file.RootElement.GetProperty("events")
                .EnumerateArray()
                .Select(holiday => IsoDate.Parse(holiday.GetProperty("date").GetString()!))
        );
    }

    private int PositionOf(DateOnly day)
    {
        var index = day.DayNumber - firstDayNumber;
        var known = positions;
        if ((uint)index >= (uint)known.Length)
        {
            ThrowOutside(day.Year);
        }

        return known[index];
    }

    // Apart from the look-ups, so that those stay small enough to be compiled into their callers.
    [DoesNotReturn]
    private void ThrowOutside(int year) => throw new OutsideBankHolidaysException(year, FirstYear, LastYear);
}
