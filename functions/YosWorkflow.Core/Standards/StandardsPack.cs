using System.Collections.Immutable;

namespace YosWorkflow.Core.Standards;

/// <summary>An edition of the standards, with its rules and what is not known of it.</summary>
/// <param name="PackId">The pack's identifier, such as <c>kent-2011</c>.</param>
/// <param name="Title">What it is called.</param>
/// <param name="InForce">When it was or is in force, in words.</param>
/// <param name="Rules">Its rules, on and off.</param>
/// <param name="NotKnown">What the edition may require but could not be read, and so is left out.</param>
public sealed record StandardsPack(
    string PackId,
    string Title,
    string InForce,
    ImmutableArray<Rule> Rules,
    ImmutableArray<string> NotKnown
)
{
    /// <summary>The rule with this id, or null.</summary>
    public Rule? Find(string ruleId) =>
        Rules.FirstOrDefault(rule => string.Equals(rule.RuleId, ruleId, StringComparison.Ordinal));
}
