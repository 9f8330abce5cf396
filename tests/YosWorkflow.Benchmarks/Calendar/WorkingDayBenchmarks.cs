using BenchmarkDotNet.Attributes;
using YosWorkflow.Core.Calendar;

namespace YosWorkflow.Benchmarks.Calendar;

/// <summary>Adding working days by the calendar's tables, beside the loop that steps day by day over the same bank holidays.</summary>
[MemoryDiagnoser]
public class WorkingDayBenchmarks
{
    private const int Dates = 1024;

    private static readonly WorkingDayCalendar Calendar = WorkingDayCalendar.EnglandAndWales;

    private readonly DateOnly[] from = new DateOnly[Dates];
    private readonly HashSet<DateOnly> bankHolidays = [];

    [Params(15, 60)]
    public int WorkingDays { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        var random = new Random(1);
        var first = new DateOnly(2026, 1, 1);
        for (var index = 0; index < Dates; index++)
        {
            from[index] = first.AddDays(random.Next(365));
        }

        for (
            var day = new DateOnly(Calendar.FirstYear, 1, 1);
            day.Year <= Calendar.LastYear;
            day = day.AddDays(1)
        )
        {
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Calendar.IsWorkingDay(day))
            {
                bankHolidays.Add(day);
            }
        }
    }

    [Benchmark(OperationsPerInvoke = Dates)]
    public int Table()
    {
        var sum = 0;
        foreach (var day in from)
        {
            sum += Calendar.Add(day, WorkingDays).DayNumber;
        }

        return sum;
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Dates)]
    public int DayByDay()
    {
        var sum = 0;
        foreach (var day in from)
        {
            sum += Step(day, WorkingDays).DayNumber;
        }

        return sum;
    }

    private DateOnly Step(DateOnly day, int workingDays)
    {
        while (workingDays > 0)
        {
            day = day.AddDays(1);
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !bankHolidays.Contains(day))
            {
                workingDays--;
            }
        }

        return day;
    }
}
