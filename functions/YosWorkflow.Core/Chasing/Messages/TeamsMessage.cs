namespace YosWorkflow.Core.Chasing.Messages;

/// <summary>A notification in the Teams activity feed.</summary>
/// <param name="Text">What it says, in one line of at most 150 characters.</param>
/// <param name="Url">Where it leads.</param>
public sealed record TeamsMessage(string Text, string Url);
