namespace YosWorkflow.Web.Pages.Forms;

/// <summary>What is wrong with a field of a form, in words to who filled it in.</summary>
/// <param name="FieldId">The id of the element that has to be looked at.</param>
/// <param name="Message">What to do about it.</param>
public sealed record FieldError(string FieldId, string Message);
