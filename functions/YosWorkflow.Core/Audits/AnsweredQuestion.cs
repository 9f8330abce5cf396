namespace YosWorkflow.Core.Audits;

/// <summary>An answer with what the auditor saw.</summary>
/// <param name="QuestionId">The question.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Seen">What was seen; may be empty where the question is met or does not apply.</param>
public sealed record AnsweredQuestion(string QuestionId, AuditAnswer Answer, string Seen);
