using System.Collections.Immutable;
using System.Globalization;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Web.Pages.Forms;
using YosWorkflow.Web.Reading;
using YosWorkflow.Web.Routes.Audits;

namespace YosWorkflow.Web.Pages.Returns;

/// <summary>An action as it was typed, and what is wrong with it.</summary>
public sealed record ActionForm
{
    internal const string TextField = "text";
    internal const string OwnerField = "owner";
    internal const string QuestionField = CaseAuditAddress.QuestionField;
    internal const int LongestText = AddActionRoute.LongestText;

    private const string DueName = "due";
    private const int LongestId = 200;

    /// <summary>What is to be done.</summary>
    public string Text { get; init; } = "";

    /// <summary>Who is to do it.</summary>
    public string OwnerId { get; init; } = "";

    /// <summary>The question it arises from, or null.</summary>
    public string? QuestionId { get; init; }

    /// <summary>By when, as it was typed.</summary>
    public DateFields Due { get; init; } = DateFields.Empty(DueName);

    /// <summary>By when; meaningless while anything is wrong.</summary>
    public DateOnly DueOn { get; init; }

    /// <summary>What is wrong, in the order of the fields.</summary>
    public ImmutableArray<FieldError> Errors { get; init; } = [];

    internal static string[] Fields =>
        [TextField, OwnerField, QuestionField, .. DateFields.Empty(DueName).Fields];

    /// <summary>What is wrong with a field, or null.</summary>
    public string? ErrorOf(string fieldId) =>
        Errors.FirstOrDefault(error => error.FieldId == fieldId)?.Message;

    internal static ActionForm Read(RequestFields fields, CaseAudit audit, DateOnly today)
    {
        var form = new ActionForm
        {
            Text = (fields.Text(TextField, int.MaxValue) ?? "").ReplaceLineEndings("\n"),
            OwnerId = fields.Text(OwnerField, LongestId) ?? "",
            QuestionId = fields.Text(QuestionField, LongestId),
            Due = DateFields.Read(fields, DueName),
        };
        var errors = ImmutableArray.CreateBuilder<FieldError>();
        if (FaultOfText(form.Text) is { } text)
        {
            errors.Add(new FieldError(TextField, text));
        }

        if (audit.Staff.Find(form.OwnerId) is not { Active: true })
        {
            errors.Add(new FieldError(OwnerField, "Choose who is to do it"));
        }

        var due = form.Due.ToDate("date by which it is to be done", today.AddMonths(1), errors);
        if (due is { } date && FaultOfDate(date, today) is { } wrong)
        {
            errors.Add(new FieldError(form.Due.DayField, wrong));
        }

        return form with
        {
            DueOn = due ?? default,
            Errors = errors.ToImmutable(),
        };
    }

    private static string? FaultOfText(string text) =>
        text.Length switch
        {
            0 => "Enter what is to be done",
            > LongestText =>
                $"What is to be done must be {LongestText.ToString("N0", CultureInfo.InvariantCulture)} characters or fewer",
            _ => null,
        };

    private static string? FaultOfDate(DateOnly due, DateOnly today) =>
        due <= today ? "The date by which it is to be done must be after today"
        : due > today.AddMonths(AuditActions.MostMonths)
            ? $"The date by which it is to be done must be on or before {Shared.Dates.Plain(today.AddMonths(AuditActions.MostMonths))}"
        : null;
}
