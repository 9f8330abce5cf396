using System.Collections.Immutable;

namespace YosWorkflow.Core.Audits;

/// <summary>A question of an audit template.</summary>
/// <param name="QuestionId">Its identifier, unique within the template.</param>
/// <param name="Text">The question.</param>
/// <param name="LookFor">What an auditor looks for.</param>
/// <param name="Theme">The theme under which its findings are rolled up.</param>
/// <param name="Weight">How much it counts; at least 1.</param>
/// <param name="Record">
/// What of the record stands beside it, so that nobody types it: <c>obligation:rule-id</c>, <c>milestone:kind</c>,
/// <c>level:rosh|vulnerability</c> or <c>status:looked_after|child_in_need|child_protection_plan|custody</c>.
/// </param>
public sealed record AuditQuestion(
    string QuestionId,
    string Text,
    string LookFor,
    string Theme,
    int Weight,
    ImmutableArray<string> Record
);
