using System.Collections.Immutable;
using YosWorkflow.Core.Calendar;

namespace YosWorkflow.Core.Standards;

/// <summary>Applies a service's own choices to a pack.</summary>
public static class RuleOverrides
{
    /// <summary>The pack as the service uses it, and all that is wrong with the choices, each naming its rule.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="overrides">The choices, by rule.</param>
    public static (StandardsPack Pack, ImmutableArray<string> Problems) Apply(
        StandardsPack pack,
        IReadOnlyDictionary<string, RuleOverride> overrides
    )
    {
        var problems = ImmutableArray.CreateBuilder<string>();
        foreach (var (ruleId, _) in overrides.Where(pair => pack.Find(pair.Key) is null))
        {
            problems.Add($"rule '{ruleId}': the pack '{pack.PackId}' has no such rule");
        }

        var rules = pack.Rules.Select(rule =>
            overrides.TryGetValue(rule.RuleId, out var chosen) ? Apply(rule, chosen, problems) : rule
        );
        return (pack with { Rules = [.. rules] }, problems.ToImmutable());
    }

    private static Rule Apply(Rule rule, RuleOverride chosen, ImmutableArray<string>.Builder problems)
    {
        var on = rule.On;
        if (chosen.On is not null && !bool.TryParse(chosen.On, out on))
        {
            problems.Add($"rule '{rule.RuleId}': On is '{chosen.On}', which is neither true nor false");
        }

        return rule with
        {
            On = on,
            Limits = chosen.Limit is null ? rule.Limits : Limits(rule, chosen.Limit, problems),
        };
    }

    private static ImmutableArray<RuleLimit> Limits(
        Rule rule,
        string text,
        ImmutableArray<string>.Builder problems
    )
    {
        var parts = text.Split(',', StringSplitOptions.TrimEntries);
        if (parts.Length != rule.Limits.Length)
        {
            problems.Add(
                $"rule '{rule.RuleId}' has {Counted(rule.Limits.Length)}, and Limit gives {parts.Length}"
            );
            return rule.Limits;
        }

        var wrong = parts.Where(part => !Limit.TryParse(part, out _)).ToArray();
        if (wrong.Length > 0)
        {
            problems.Add(
                $"rule '{rule.RuleId}': Limit '{string.Join(", ", wrong)}' is not a limit such as '15wd' or '3m'"
            );
            return rule.Limits;
        }

        return [.. rule.Limits.Select((limit, index) => limit with { Limit = Limit.Parse(parts[index]) })];
    }

    private static string Counted(int limits) => limits == 1 ? "one limit" : $"{limits} limits";
}
