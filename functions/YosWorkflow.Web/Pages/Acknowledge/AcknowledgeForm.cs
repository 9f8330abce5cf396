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
    internal const int LongestReason = 1_000;

    private const string UntilName = "until";

    private static readonly DateOnly Example = new(2011, 10, 14);

    /// <summary>Why it is late.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The new date as it was typed.</summary>
    public DateFields Typed { get; init; } = DateFields.Empty(UntilName);

    /// <summary>What is wrong, in the order of the fields.</summary>
    public ImmutableArray<FieldError> Errors { get; init; } = [];

    /// <summary>The new date; meaningless while anything is wrong.</summary>
    public DateOnly Until { get; init; }

    internal static string[] Fields => [ReasonField, .. DateFields.Empty(UntilName).Fields];

    /// <summary>What is wrong with a field, or null.</summary>
    public string? ErrorOf(string fieldId) =>
        Errors.FirstOrDefault(error => error.FieldId == fieldId)?.Message;

    /// <summary>Reads what was typed, and looks for everything that is wrong with it.</summary>
    internal static AcknowledgeForm Read(RequestFields fields, DateOnly today)
    {
        var form = new AcknowledgeForm
        {
            Reason = fields.Text(ReasonField, int.MaxValue) ?? "",
            Typed = DateFields.Read(fields, UntilName),
        };
        var errors = ImmutableArray.CreateBuilder<FieldError>();
        if (form.FaultOfReason() is { } reason)
        {
            errors.Add(reason);
        }

        var until = form.Typed.ToDate("new date", Example, errors);
        if (until is { } date && FaultOfDate(date, today) is { } wrong)
        {
            errors.Add(new FieldError(form.Typed.DayField, wrong));
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

    private static string? FaultOfDate(DateOnly until, DateOnly today) =>
        until <= today ? "The new date must be after today"
        : until > today.AddMonths(AcknowledgeObligation.MostMonths)
            ? $"The new date must be on or before {Shared.Dates.Plain(today.AddMonths(AcknowledgeObligation.MostMonths))}: chasing can rest for {AcknowledgeObligation.MostMonths} months at most"
        : null;
}
