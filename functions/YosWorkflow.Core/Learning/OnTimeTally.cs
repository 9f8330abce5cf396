using System.Collections.Immutable;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Standards;

namespace YosWorkflow.Core.Learning;

/// <summary>
/// How much of what fell due in a period was met in time, by rule, team and month of the due date. One pass over the caseload as of
/// a day is enough: the record holds when each thing was due and when it was met.
/// </summary>
/// <remarks>
/// Counted is what fell due in the period up to the day; what is due on the day itself and not done yet may still be. What is done before its
/// due date counts only once that has come, for until then it would make the last month look better than it will be. Not counted
/// is what would have fallen due after the case was over: nobody owed it any more on that day, whether or not it had been done.
/// What a rule says must hold of a case (a level of risk, custody) is looked at as of the day of the count, as everywhere.
/// </remarks>
/// <param name="pack">The pack, whose order of rules is kept.</param>
/// <param name="period">The period.</param>
/// <param name="asOf">The day of the count.</param>
public sealed class OnTimeTally(StandardsPack pack, Period period, DateOnly asOf) : ICaseTally
{
    private readonly Dictionary<string, int> ruleIndex = pack
        .Rules.Select((rule, index) => (rule.RuleId, index))
        .ToDictionary(pair => pair.RuleId, pair => pair.index, StringComparer.Ordinal);

    private readonly Dictionary<string, OnTimeCount[]> byTeam = new(StringComparer.Ordinal);

    /// <summary>The period.</summary>
    public Period Period => period;

    /// <summary>The day of the count.</summary>
    public DateOnly AsOf => asOf;

    /// <summary>How many would have fallen due in the period after their case was over, and so are not counted.</summary>
    public int LeftOut { get; private set; }

    /// <summary>The teams in which anything fell due, in ordinal order.</summary>
    public IEnumerable<string> Teams => byTeam.Keys.Order(StringComparer.Ordinal);

    /// <summary>The rules under which anything fell due, in the pack's order.</summary>
    public ImmutableArray<Rule> Rules => [.. pack.Rules.Where(rule => Of(rule.RuleId).Due > 0)];

    /// <inheritdoc/>
    public void Add(Case supervised, ReadOnlySpan<Obligation> obligations)
    {
        OnTimeCount[]? counts = null;
        foreach (ref readonly var owed in obligations)
        {
            var month = period.MonthOf(owed.DueOn);
            if (month < 0 || owed.DueOn > asOf || owed.Status == ObligationStatus.DueToday)
            {
                continue;
            }

            if (owed.DueOn > supervised.OpenThrough)
            {
                LeftOut++;
                continue;
            }

            counts ??= CountsOf(supervised.Team);
            counts[(ruleIndex[owed.Rule.RuleId] * period.Months.Length) + month] += CountOf(owed.Status);
        }
    }

    /// <summary>The count of a rule, of a team, of a month of the period from 0; what is null is all together.</summary>
    public OnTimeCount Of(string? ruleId = null, string? team = null, int? month = null)
    {
        var sum = default(OnTimeCount);
        foreach (var (name, counts) in byTeam)
        {
            if (team is null || string.Equals(team, name, StringComparison.Ordinal))
            {
                sum += Sum(counts, ruleId, month);
            }
        }

        return sum;
    }

    /// <summary>The run chart of a rule, of a team; what is null is all together.</summary>
    public RunChart ChartOf(string? ruleId = null, string? team = null) =>
        RunChart.Of(
            period.Months.Select(
                (month, index) =>
                {
                    var count = Of(ruleId, team, index);
                    return (month, count.Met, count.Due);
                }
            )
        );

    private OnTimeCount Sum(OnTimeCount[] counts, string? ruleId, int? month)
    {
        var months = period.Months.Length;
        var (firstRule, lastRule) =
            ruleId is null ? (0, pack.Rules.Length - 1)
            : ruleIndex.TryGetValue(ruleId, out var index) ? (index, index)
            : (0, -1);
        var (firstMonth, lastMonth) = month is { } only ? (only, only) : (0, months - 1);
        var sum = default(OnTimeCount);
        for (var rule = firstRule; rule <= lastRule; rule++)
        {
            for (var at = firstMonth; at <= lastMonth; at++)
            {
                sum += counts[(rule * months) + at];
            }
        }

        return sum;
    }

    private OnTimeCount[] CountsOf(string team)
    {
        if (!byTeam.TryGetValue(team, out var counts))
        {
            counts = new OnTimeCount[pack.Rules.Length * period.Months.Length];
            byTeam.Add(team, counts);
        }

        return counts;
    }

    private static OnTimeCount CountOf(ObligationStatus status) =>
        status switch
        {
            ObligationStatus.Met => new OnTimeCount(1, 0, 0),
            ObligationStatus.MetLate => new OnTimeCount(0, 1, 0),
            _ => new OnTimeCount(0, 0, 1),
        };
}
