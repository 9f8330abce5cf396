using System.Globalization;

namespace YosWorkflow.Core.Calendar;

/// <summary>How long after its clock started something is due, such as <c>15wd</c> or <c>3m</c>.</summary>
/// <param name="Amount">How many; at least 1.</param>
/// <param name="Unit">Of what.</param>
public readonly record struct Limit(int Amount, LimitUnit Unit)
{
    private const int MostThatMakesSense = 1000;

    /// <summary>Reads <c>15wd</c> or <c>3m</c>. False if the text is neither, or the number is not from 1 to 1000.</summary>
    public static bool TryParse(string? text, out Limit limit)
    {
        limit = default;
        var (digits, unit) = text switch
        {
            [.. var number, 'w', 'd'] => (number, LimitUnit.WorkingDays),
            [.. var number, 'm'] => (number, LimitUnit.Months),
            _ => ("", default),
        };
        if (
            !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var amount)
            || amount is < 1 or > MostThatMakesSense
        )
        {
            return false;
        }

        limit = new Limit(amount, unit);
        return true;
    }

    /// <summary>Reads <c>15wd</c> or <c>3m</c>.</summary>
    /// <exception cref="FormatException">The text is neither.</exception>
    public static Limit Parse(string text) =>
        TryParse(text, out var limit)
            ? limit
            : throw new FormatException(
                $"'{text}' is not a limit; write working days as '15wd' or months as '3m', from 1 to {MostThatMakesSense}."
            );

    /// <summary>
    /// The last day on which something whose clock started on <paramref name="from"/> is in time. Months are calendar months, the
    /// day clamped to the month's last.
    /// </summary>
    /// <exception cref="OutsideBankHolidaysException">The bank holidays of a year that it needs are not known.</exception>
    public DateOnly DueFrom(DateOnly from, WorkingDayCalendar calendar, DayZero dayZero = DayZero.Excluded)
    {
        if (Unit == LimitUnit.Months)
        {
            return from.AddMonths(Amount);
        }

        var counted = dayZero == DayZero.Counted && calendar.IsWorkingDay(from) ? Amount - 1 : Amount;
        return calendar.Add(from, counted);
    }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Amount}{(Unit == LimitUnit.WorkingDays ? "wd" : "m")}"
        );
}
