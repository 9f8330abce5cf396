using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Core.Chasing.Messages;
using YosWorkflow.Services.Delivery;

namespace YosWorkflow.Services.Auditing;

/// <summary>The words for what audits ask of people.</summary>
public sealed class AuditGlossary : IDutyGlossary
{
    /// <inheritdoc/>
    public DutyWords? Find(string ruleId) => AuditWords.Find(ruleId);
}
