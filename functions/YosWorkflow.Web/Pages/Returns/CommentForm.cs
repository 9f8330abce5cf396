using System.Globalization;
using YosWorkflow.Web.Reading;

namespace YosWorkflow.Web.Pages.Returns;

/// <summary>A longer text as it was typed into a form that has nothing else, and what is wrong with it.</summary>
/// <param name="Text">The text.</param>
/// <param name="Error">What is wrong with it, or null.</param>
public sealed record CommentForm(string Text, string? Error)
{
    /// <summary>Nothing typed yet.</summary>
    public static CommentForm Empty { get; } = new("", null);

    /// <summary>Reads what was typed.</summary>
    /// <param name="fields">The form.</param>
    /// <param name="field">The field.</param>
    /// <param name="what">What it is, such as <c>your comment</c>.</param>
    /// <param name="longest">How long it may be, in characters.</param>
    internal static CommentForm Read(RequestFields fields, string field, string what, int longest)
    {
        var text = (fields.Text(field, int.MaxValue) ?? "").ReplaceLineEndings("\n");
        var error =
            text.Length == 0 ? $"Enter {what}"
            : text.Length > longest
                ? $"{char.ToUpperInvariant(what[0])}{what[1..]} must be {longest.ToString("N0", CultureInfo.InvariantCulture)} characters or fewer"
            : null;
        return new CommentForm(text, error);
    }
}
