namespace YosWorkflow.Web.Pages.Returns;

/// <summary>The sections of a return, for its reader to begin with or to go on from.</summary>
/// <param name="Head">The return.</param>
/// <param name="JustSaved">Whether they have just saved it, to come back later.</param>
public sealed record ContentsModel(ReturnHead Head, bool JustSaved);
