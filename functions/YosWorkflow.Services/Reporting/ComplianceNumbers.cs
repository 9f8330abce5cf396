using YosWorkflow.Core.Learning;

namespace YosWorkflow.Services.Reporting;

/// <summary>A count of what fell due as it may be shown: the numbers by which its three parts are known.</summary>
/// <param name="InTime">What was done in time.</param>
/// <param name="NotInTime">What was done late or not at all.</param>
/// <param name="Due">Both together.</param>
internal readonly record struct DueNumbers(int InTime, int NotInTime, int Due);

/// <summary>
/// The counts of a report on what was done in time, by rule, team and month, with small ones kept out: all are protected together, since
/// they add up to one another.
/// </summary>
internal sealed class ComplianceNumbers
{
    private readonly Dictionary<(string? RuleId, string? Team), DueNumbers> counts = [];
    private readonly List<DueNumbers> months = [];

    public ComplianceNumbers(OnTimeTally tally)
    {
        Numbers = new SmallNumbers();
        string[] rules = [.. tally.Rules.Select(rule => rule.RuleId)];
        string[] teams = [.. tally.Teams];
        var all = Add(tally, null, null);
        var ofRules = rules.Select(rule => Add(tally, rule, null)).ToArray();
        var ofTeams = teams.Select(team => Add(tally, null, team)).ToArray();
        AddUp(all, ofRules);
        AddUp(all, ofTeams);
        AddMonths(tally, all);
        Numbers.Protect();
    }

    public SmallNumbers Numbers { get; }

    public DueNumbers Of(string? ruleId = null, string? team = null) => counts[(ruleId, team)];

    public DueNumbers OfMonth(int month) => months[month];

    private void AddMonths(OnTimeTally tally, DueNumbers all)
    {
        months.AddRange(tally.Period.Months.Select((_, month) => Add(tally.Of(month: month))));
        AddUp(all, [.. months]);
    }

    private DueNumbers Add(OnTimeTally tally, string? ruleId, string? team) =>
        counts[(ruleId, team)] = Add(tally.Of(ruleId, team));

    private DueNumbers Add(OnTimeCount count)
    {
        var added = new DueNumbers(
            Numbers.Add(count.Met),
            Numbers.Add(count.MetLate + count.NotMet),
            Numbers.Add(count.Due)
        );
        Numbers.AddUp(added.Due, [added.InTime, added.NotInTime]);
        return added;
    }

    private void AddUp(DueNumbers total, DueNumbers[] parts)
    {
        Numbers.AddUp(total.InTime, parts.Select(part => part.InTime));
        Numbers.AddUp(total.NotInTime, parts.Select(part => part.NotInTime));
        Numbers.AddUp(total.Due, parts.Select(part => part.Due));
    }
}
