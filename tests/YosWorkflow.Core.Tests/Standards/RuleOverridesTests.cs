using YosWorkflow.Core.Standards;

namespace YosWorkflow.Core.Tests.Standards;

public sealed class RuleOverridesTests
{
    private static readonly StandardsPack Pack = StandardsPacks.Load("ns-2009");

    [Fact]
    public void Apply_SwitchAndLimit_ChangeThatRuleOnly()
    {
        var (pack, problems) = Apply(
            ("plan-review", new RuleOverride("true", "4m")),
            ("initial-plan", new RuleOverride("False", null)),
            ("asset-start", new RuleOverride(null, "25wd, 10wd"))
        );

        Assert.Empty(problems);
        Assert.True(pack.Find("plan-review")!.On);
        Assert.Equal(["4m"], Limits(pack, "plan-review"));
        Assert.False(pack.Find("initial-plan")!.On);
        Assert.Equal(["15wd"], Limits(pack, "initial-plan"));
        Assert.Equal(["25wd", "10wd"], Limits(pack, "asset-start"));
        Assert.Equal(
            Pack.Find("asset-start")!.Limits.Select(limit => limit.OrderTypes),
            pack.Find("asset-start")!.Limits.Select(limit => limit.OrderTypes)
        );
        Assert.Equal(Pack.Find("remand-planning"), pack.Find("remand-planning"));
    }

    [Theory]
    [InlineData("tea", "true", null, "rule 'tea': the pack 'ns-2009' has no such rule")]
    [InlineData(
        "plan-review",
        "yes",
        null,
        "rule 'plan-review': On is 'yes', which is neither true nor false"
    )]
    [InlineData(
        "plan-review",
        null,
        "3 months",
        "rule 'plan-review': Limit '3 months' is not a limit such as '15wd' or '3m'"
    )]
    [InlineData("plan-review", null, "3m,4m", "rule 'plan-review' has one limit, and Limit gives 2")]
    [InlineData("asset-start", null, "3m", "rule 'asset-start' has 2 limits, and Limit gives 1")]
    public void Apply_AWrongChoice_NamesTheRuleAndKeepsIt(
        string ruleId,
        string? on,
        string? limit,
        string problem
    )
    {
        var (pack, problems) = Apply((ruleId, new RuleOverride(on, limit)));

        Assert.Equal([problem], problems);
        Assert.Equal(
            Pack.Rules.Select(rule => (rule.RuleId, string.Join(',', rule.Limits.Select(l => l.Limit)))),
            pack.Rules.Select(rule => (rule.RuleId, string.Join(',', rule.Limits.Select(l => l.Limit))))
        );
    }

    [Fact]
    public void Apply_SeveralWrongChoices_NamesThemAll() =>
        Assert.Equal(
            3,
            Apply(
                ("tea", new RuleOverride("true", null)),
                ("plan-review", new RuleOverride("maybe", "soon"))
            ).Problems.Length
        );

    private static (StandardsPack Pack, System.Collections.Immutable.ImmutableArray<string> Problems) Apply(
        params (string RuleId, RuleOverride Chosen)[] choices
    ) => RuleOverrides.Apply(Pack, choices.ToDictionary(choice => choice.RuleId, choice => choice.Chosen));

    private static IEnumerable<string> Limits(StandardsPack pack, string ruleId) =>
        pack.Find(ruleId)!.Limits.Select(limit => limit.Limit.ToString());
}
