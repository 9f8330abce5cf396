namespace YosWorkflow.Core.Audits.Rounds;

/// <summary>What the case manager, or who supervises them, says to an audit. It stays with the return.</summary>
/// <param name="ById">Who.</param>
/// <param name="At">When.</param>
/// <param name="ToVersion">The version of the return that it speaks of.</param>
/// <param name="Text">What they say.</param>
public sealed record AuditComment(string ById, DateTimeOffset At, int ToVersion, string Text);
