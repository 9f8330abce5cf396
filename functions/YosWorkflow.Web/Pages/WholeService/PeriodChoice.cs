using System.Collections.Immutable;
using YosWorkflow.Core;
using YosWorkflow.Core.Learning;
using YosWorkflow.Web.Reading;

namespace YosWorkflow.Web.Pages.WholeService;

/// <summary>Which period a page shows, and which others there are to choose.</summary>
/// <param name="Period">The period.</param>
/// <param name="AsOf">As of which day: its last, or today if that is earlier.</param>
/// <param name="IsToday">Whether that is today.</param>
/// <param name="IsUsual">Whether it is the period that is shown unless another is asked for.</param>
/// <param name="Months">The months to choose from, the latest first.</param>
public sealed record PeriodChoice(
    Period Period,
    DateOnly AsOf,
    bool IsToday,
    bool IsUsual,
    ImmutableArray<DateOnly> Months
)
{
    private const int MonthsToChoose = 36;

    /// <summary>The period, as links to other pages keep it: null for the usual one.</summary>
    public Period? OrNull => IsUsual ? null : Period;

    /// <summary>Reads it; null, with an error noted, if there is none such.</summary>
    internal static PeriodChoice? Of(RequestFields fields, DateOnly today)
    {
        if (fields.Period(today) is not { } period)
        {
            return null;
        }

        var asOf = period.To < today ? period.To : today;
        var latest = IsoMonth.Of(today);
        return new PeriodChoice(
            period,
            asOf,
            asOf == today,
            period == Core.Learning.Period.EndingOn(today, PeriodFields.UsualMonths),
            [
                .. Enumerable
                    .Range(0, MonthsToChoose)
                    .Select(back => latest.AddMonths(-back))
                    .Union([IsoMonth.Of(period.From), IsoMonth.Of(period.To)])
                    .OrderDescending(),
            ]
        );
    }
}
