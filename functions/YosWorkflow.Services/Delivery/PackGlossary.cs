using YosWorkflow.Core.Chasing.Messages;
using YosWorkflow.Services.Chasing;

namespace YosWorkflow.Services.Delivery;

/// <summary>The words of the service's standards pack, whether or not a rule is on.</summary>
public sealed class PackGlossary(ServiceRules rules) : IDutyGlossary
{
    /// <inheritdoc/>
    public DutyWords? Find(string ruleId) =>
        rules.Pack.Find(ruleId) is { } rule ? new DutyWords(rule.Title, rule.Action) : null;
}
