namespace YosWorkflow.Core.Chasing.Messages;

/// <summary>An email as it is read.</summary>
/// <param name="Subject">Its subject.</param>
/// <param name="Text">It as plain text.</param>
/// <param name="Html">It as HTML, a whole document.</param>
public sealed record EmailMessage(string Subject, string Text, string Html);
