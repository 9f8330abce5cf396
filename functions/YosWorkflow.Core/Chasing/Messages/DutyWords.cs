namespace YosWorkflow.Core.Chasing.Messages;

/// <summary>How a message names what is owed, and what to do about it.</summary>
/// <param name="Title">What it is called, such as <c>Initial intervention plan</c>.</param>
/// <param name="Action">What to do, as a sentence without a full stop.</param>
public sealed record DutyWords(string Title, string Action);
