namespace YosWorkflow.Core.Standards;

/// <summary>How a service departs from a pack in one rule.</summary>
/// <param name="On"><c>true</c> or <c>false</c>: whether the rule is on; null: as the pack says.</param>
/// <param name="Limit">
/// Another limit, such as <c>20wd</c>; where the rule has several, all of them in the pack's order, such as <c>5wd,20wd</c>;
/// null: as the pack says.
/// </param>
public sealed record RuleOverride(string? On, string? Limit);
