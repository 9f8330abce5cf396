using System.Collections.Immutable;
using YosWorkflow.Core.Audits;

namespace YosWorkflow.Web.Pages.AuditDraw;

/// <summary>The form by which a sample is asked for.</summary>
/// <param name="Form">What was typed.</param>
/// <param name="Programmes">What can be audited.</param>
/// <param name="Months">The months that can be chosen.</param>
public sealed record DrawFormModel(
    DrawForm Form,
    ImmutableArray<AuditProgramme> Programmes,
    ImmutableArray<(string Value, string Text)> Months
)
{
    internal static DrawFormModel Of(DrawForm form, DateOnly today) =>
        new(form, AuditProgrammes.All, [.. DrawForm.Months(today)]);
}
