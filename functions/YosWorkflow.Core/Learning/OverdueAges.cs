using System.Collections.Immutable;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Standards;

namespace YosWorkflow.Core.Learning;

/// <summary>How long what is overdue has been so, by rule and team.</summary>
/// <param name="pack">The pack, whose order of rules is kept.</param>
public sealed class OverdueAges(StandardsPack pack) : ICaseTally
{
    private readonly Dictionary<(string RuleId, string Team, AgeBand Band), int> counts = [];

    /// <summary>The rules under which anything is overdue, in the pack's order.</summary>
    public ImmutableArray<Rule> Rules => [.. pack.Rules.Where(rule => Of(ruleId: rule.RuleId) > 0)];

    /// <summary>The teams in which anything is overdue, in ordinal order.</summary>
    public ImmutableArray<string> Teams =>
        [
            .. counts
                .Keys.Select(key => key.Team)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];

    /// <inheritdoc/>
    public void Add(Case supervised, ReadOnlySpan<Obligation> obligations)
    {
        foreach (ref readonly var owed in obligations)
        {
            if (owed.Status == ObligationStatus.Overdue)
            {
                var key = (owed.Rule.RuleId, supervised.Team, AgeBands.Of(owed.WorkingDaysOverdue));
                counts[key] = counts.GetValueOrDefault(key) + 1;
            }
        }
    }

    /// <summary>How many are overdue under a rule, in a team, of an age; what is null is all together.</summary>
    public int Of(string? ruleId = null, string? team = null, AgeBand? band = null) =>
        counts
            .Where(count =>
                (ruleId is null || count.Key.RuleId == ruleId)
                && (team is null || count.Key.Team == team)
                && (band is null || count.Key.Band == band)
            )
            .Sum(count => count.Value);
}
