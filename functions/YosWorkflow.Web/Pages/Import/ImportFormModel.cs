using System.Collections.Immutable;
using YosWorkflow.Web.Pages.Forms;

namespace YosWorkflow.Web.Pages.Import;

/// <summary>The form by which files come in.</summary>
/// <param name="Errors">What is wrong with those that came.</param>
public sealed record ImportFormModel(ImmutableArray<FieldError> Errors)
{
    /// <summary>What is wrong with a file, or null.</summary>
    public string? ErrorOf(string fieldId) =>
        Errors.Where(error => error.FieldId == fieldId).Select(error => error.Message).FirstOrDefault();
}
