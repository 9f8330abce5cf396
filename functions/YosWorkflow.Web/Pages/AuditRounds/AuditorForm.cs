using System.Collections.Immutable;
using System.Globalization;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Web.Pages.Forms;
using YosWorkflow.Web.Reading;

namespace YosWorkflow.Web.Pages.AuditRounds;

/// <summary>A change of a case's auditor as it was filled in, and what is wrong with it.</summary>
public sealed record AuditorForm
{
    internal const string ToField = "to";
    internal const string ReasonField = "reason";
    internal const string FromField = "from";

    /// <summary>Before the id of who is to get the case.</summary>
    internal const string Give = "give:";

    /// <summary>Before the case that is given in return.</summary>
    internal const string Exchange = "exchange:";

    internal static readonly string[] Fields = [ToField, ReasonField, FromField];

    /// <summary>Who is to audit it, or with which case it is to exchange auditors.</summary>
    public string To { get; init; } = "";

    /// <summary>Why.</summary>
    public string Reason { get; init; } = "";

    /// <summary>With whom it lay when the form was opened; empty for nobody.</summary>
    public string From { get; init; } = "";

    /// <summary>What is wrong, in the order of the fields.</summary>
    public ImmutableArray<FieldError> Errors { get; init; } = [];

    /// <summary>What is wrong with a field, or null.</summary>
    public string? ErrorOf(string fieldId) =>
        Errors.FirstOrDefault(error => error.FieldId == fieldId)?.Message;

    internal string? ToId => After(Give);

    internal string? WithCaseRef => After(Exchange);

    /// <summary>Reads what was filled in, and looks for everything that is wrong with it.</summary>
    internal static AuditorForm Read(RequestFields fields)
    {
        var form = new AuditorForm
        {
            To = fields.Text(ToField, int.MaxValue) ?? "",
            Reason = fields.Text(ReasonField, int.MaxValue) ?? "",
            From = fields.Text(FromField, int.MaxValue) ?? "",
        };
        var errors = ImmutableArray.CreateBuilder<FieldError>();
        if (form is { ToId: null, WithCaseRef: null })
        {
            errors.Add(new FieldError(ToField, "Select who is to audit the case"));
        }

        if (form.Reason.Length == 0)
        {
            errors.Add(new FieldError(ReasonField, "Enter why it goes to somebody else"));
        }
        else if (form.Reason.Length > PassOnAudit.LongestReason)
        {
            errors.Add(
                new FieldError(
                    ReasonField,
                    $"The reason must be {PassOnAudit.LongestReason.ToString("N0", CultureInfo.InvariantCulture)} characters or fewer"
                )
            );
        }

        return form with
        {
            Errors = errors.ToImmutable(),
        };
    }

    private string? After(string prefix) =>
        To.StartsWith(prefix, StringComparison.Ordinal) && To.Length > prefix.Length
            ? To[prefix.Length..]
            : null;
}
