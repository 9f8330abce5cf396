namespace YosWorkflow.Core.Audits;

/// <summary>What the service has set itself, beside which a round's findings are put.</summary>
/// <param name="TargetId">Its identifier.</param>
/// <param name="Title">What it is called.</param>
/// <param name="RuleId">The rule whose obligations are to be met in time.</param>
/// <param name="Percent">In how many cases of a hundred.</param>
public sealed record AuditTarget(string TargetId, string Title, string RuleId, int Percent);
