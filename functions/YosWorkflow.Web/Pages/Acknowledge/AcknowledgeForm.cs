using System.Collections.Immutable;
using System.Globalization;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Web.Pages.Forms;
using YosWorkflow.Web.Reading;

namespace YosWorkflow.Web.Pages.Acknowledge;

/// <summary>An acknowledgement as it was typed, and what is wrong with it.</summary>
public sealed record AcknowledgeForm
{
    internal const string ReasonField = "reason";
    internal const string DayField = "until-day";
    internal const string MonthField = "until-month";
    internal const string YearField = "until-year";

    private const int LongestReason = 1_000;

    /// <summary>Why it is late.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The new date's day.</summary>
    public string Day { get; init; } = "";

    /// <summary>The new date's month.</summary>
    public string Month { get; init; } = "";

    /// <summary>The new date's year.</summary>
    public string Year { get; init; } = "";

    /// <summary>What is wrong, in the order of the fields.</summary>
    public ImmutableArray<FieldError> Errors { get; init; } = [];

    /// <summary>The new date; meaningless while anything is wrong.</summary>
    public DateOnly Until { get; init; }

    internal static string[] Fields => [ReasonField, DayField, MonthField, YearField];

    /// <summary>What is wrong with a field, or null.</summary>
    public string? ErrorOf(string fieldId) =>
        Errors.FirstOrDefault(error => error.FieldId == fieldId)?.Message;

    /// <summary>Reads what was typed, and looks for everything that is wrong with it.</summary>
    internal static AcknowledgeForm Read(RequestFields fields, DateOnly today)
    {
        var form = new AcknowledgeForm
        {
            Reason = fields.Text(ReasonField, int.MaxValue) ?? "",
            Day = fields.Text(DayField, int.MaxValue) ?? "",
            Month = fields.Text(MonthField, int.MaxValue) ?? "",
            Year = fields.Text(YearField, int.MaxValue) ?? "",
        };
        var errors = ImmutableArray.CreateBuilder<FieldError>();
        if (form.FaultOfReason() is { } reason)
        {
            errors.Add(reason);
        }

        var until = form.DateOf(errors);
        if (until is { } date && FaultOfDate(date, today) is { } wrong)
        {
            errors.Add(new FieldError(DayField, wrong));
        }

        return form with
        {
            Errors = errors.ToImmutable(),
            Until = until ?? default,
        };
    }

    private FieldError? FaultOfReason() =>
        Reason.Length switch
        {
            0 => new FieldError(ReasonField, "Enter why it is late"),
            > LongestReason => new FieldError(
                ReasonField,
                $"The reason must be {LongestReason.ToString("N0", CultureInfo.InvariantCulture)} characters or fewer"
            ),
            _ => null,
        };

    private DateOnly? DateOf(ImmutableArray<FieldError>.Builder errors)
    {
        if (Day.Length + Month.Length + Year.Length == 0)
        {
            errors.Add(new FieldError(DayField, "Enter the new date"));
            return null;
        }

        (string Text, string Field, string Name)[] parts =
        [
            (Day, DayField, "day"),
            (Month, MonthField, "month"),
            (Year, YearField, "year"),
        ];
        var missing = parts.Where(part => part.Text.Length == 0).ToArray();
        if (missing.Length > 0)
        {
            var names = string.Join(" and a ", missing.Select(part => part.Name));
            errors.Add(new FieldError(missing[0].Field, $"The new date must include a {names}"));
            return null;
        }

        if (
            DateOnly.TryParseExact(
                $"{Year}-{Month}-{Day}",
                "yyyy-M-d",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var date
            )
        )
        {
            return date;
        }

        errors.Add(new FieldError(DayField, "The new date must be a real date, such as 14 10 2011"));
        return null;
    }

    private static string? FaultOfDate(DateOnly until, DateOnly today) =>
        until <= today ? "The new date must be after today"
        : until > today.AddMonths(AcknowledgeObligation.MostMonths)
            ? $"The new date must be on or before {Shared.Dates.Plain(today.AddMonths(AcknowledgeObligation.MostMonths))}: chasing can rest for {AcknowledgeObligation.MostMonths} months at most"
        : null;
}
