using YosWorkflow.Core;
using YosWorkflow.Core.Learning;
using YosWorkflow.Services.Reporting;
using YosWorkflow.Web.Reading;

namespace YosWorkflow.Web.Pages.WholeService;

/// <summary>Reads which period is asked for: <c>from</c> and <c>to</c>, as months or days; by itself, twelve months up to today.</summary>
internal static class PeriodFields
{
    /// <summary>How many months there are unless others are asked for.</summary>
    public const int UsualMonths = MakeReport.UsualMonths;

    private const int LongestDate = 10;
    private const int FirstYear = 1990;
    private const int LastYear = 2100;

    /// <summary>The period; null, with an error noted, if there is none such.</summary>
    public static Period? Period(this RequestFields fields, DateOnly today)
    {
        var to = Day(fields, "to", isEnd: true) ?? today;
        var from = Day(fields, "from", isEnd: false) ?? IsoMonth.Of(to).AddMonths(1 - UsualMonths);
        if (fields.Errors.Count > 0)
        {
            return null;
        }

        if (from > to)
        {
            fields.Refuse("from", "It is after the end of the period.");
            return null;
        }

        if (Core.Learning.Period.MonthsBetween(from, to) >= Core.Learning.Period.MostMonths)
        {
            fields.Refuse("from", $"A period has {Core.Learning.Period.MostMonths} months at most.");
            return null;
        }

        return new Period(from, to);
    }

    private static DateOnly? Day(RequestFields fields, string name, bool isEnd)
    {
        if (fields.Text(name, LongestDate) is not { } text)
        {
            return null;
        }

        if (IsoDate.TryParse(text, out var day))
        {
            return Known(day);
        }

        if (IsoMonth.TryParse(text, out var month))
        {
            return Known(month) is { } known && isEnd ? known.AddMonths(1).AddDays(-1) : Known(month);
        }

        fields.Refuse(name, $"'{text}' is neither a month as yyyy-MM nor a day as yyyy-MM-dd.");
        return null;

        DateOnly? Known(DateOnly read)
        {
            if (read.Year is >= FirstYear and <= LastYear)
            {
                return read;
            }

            fields.Refuse(name, $"Its year is not from {FirstYear} to {LastYear}.");
            return null;
        }
    }
}
