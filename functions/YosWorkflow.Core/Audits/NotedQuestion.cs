namespace YosWorkflow.Core.Audits;

/// <summary>What an auditor saw on a question, before they answer it.</summary>
/// <param name="QuestionId">The question.</param>
/// <param name="Seen">What was seen; may be empty, which takes back what was noted.</param>
public sealed record NotedQuestion(string QuestionId, string Seen);
