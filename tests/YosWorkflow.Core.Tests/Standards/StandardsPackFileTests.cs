using YosWorkflow.Core.Standards;

namespace YosWorkflow.Core.Tests.Standards;

public sealed class StandardsPackFileTests
{
    private const string Rule = """
        {
          "rule_id": "one", "title": "One", "action": "Do one", "order_types": ["yro"], "clock": "order_made",
          "limits": [{ "limit": "15wd" }], "met_by": "review", "owed_by": "case_manager",
          "certainty": "local", "source": "Here", "on": true
        }
        """;

    [Fact]
    public void Read_APack_IsAsWritten()
    {
        var pack = Read(Pack(Rule));

        var rule = Assert.Single(pack.Rules);
        Assert.Equal(("one", "One", "Do one", true), (rule.RuleId, rule.Title, rule.Action, rule.On));
        Assert.Equal("15wd", Assert.Single(rule.Limits).Limit.ToString());
        Assert.Equal(["Much"], pack.NotKnown);
    }

    [Theory]
    [InlineData("\"15wd\"", "\"15 days\"", "rule 'one' has the limit '15 days', which is not one")]
    [InlineData(
        "\"case_manager\"",
        "\"head_of_service\"",
        "rule 'one' is owed by 'head_of_service', who has no cases"
    )]
    [InlineData("\"order_made\"", "\"order_mad\"", "rule 'one': ")]
    [InlineData("\"case_manager\"", "\"clerk\"", "rule 'one': ")]
    [InlineData("\"yro\"", "\"community_order\"", "rule 'one': ")]
    [InlineData("\"on\": true", "\"on\": \"yes\"", "rule 'one': ")]
    [InlineData("\"on\": true", "\"on\": true, \"due\": 3", "rule 'one': ")]
    [InlineData(", \"on\": true", "", "rule 'one': ")]
    [InlineData("[{ \"limit\": \"15wd\" }]", "[]", "rule 'one' has no limit for yro")]
    [InlineData(
        "{ \"limit\": \"15wd\" }",
        "{ \"limit\": \"15wd\", \"order_types\": [\"dto\"] }",
        "rule 'one' has no limit for yro"
    )]
    [InlineData(
        "{ \"limit\": \"15wd\" }",
        "{ \"limit\": \"15wd\", \"intervention_level\": \"intensive\" }",
        "rule 'one' has no limit for yro"
    )]
    [InlineData(
        "[{ \"limit\": \"15wd\" }]",
        "[{ \"limit\": \"1m\", \"repeat\": false }], \"repeats\": true",
        "rule 'one' has no limit for yro when it repeats"
    )]
    public void Read_AFaultInARule_NamesPackAndRule(string right, string wrong, string fault)
    {
        Assert.Contains(right, Rule, StringComparison.Ordinal);

        var error = Assert.Throws<FormatException>(() =>
            Read(Pack(Rule.Replace(right, wrong, StringComparison.Ordinal)))
        );

        Assert.StartsWith("Standards pack 'mine': " + fault, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SeveralFaults_NamesThemAll()
    {
        var other = Rule.Replace("\"15wd\"", "\"never\"", StringComparison.Ordinal)
            .Replace("\"one\"", "\"two\"", StringComparison.Ordinal);

        var error = Assert.Throws<FormatException>(() => Read(Pack($"{Rule},{Rule},{other}")));

        Assert.Equal(
            "Standards pack 'mine': rule 'two' has the limit 'never', which is not one; rule 'one' comes twice.",
            error.Message
        );
    }

    [Fact]
    public void Read_AnotherPacksId_SaysSo() =>
        Assert.Equal(
            "Standards pack 'yours': its pack_id is 'mine'.",
            Assert
                .Throws<FormatException>(() =>
                    StandardsPackFile.Read("yours", Pack(Rule), StandardsPacks.Load)
                )
                .Message
        );

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{ \"rules\": [ { \"rule_id\": ")]
    public void Read_NotAPackAtAll_NamesThePack(string json) =>
        Assert.StartsWith(
            "Standards pack 'mine': ",
            Assert.Throws<FormatException>(() => Read(json)).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Read_ChangeOfARuleThatIsNotInherited_NamesIt()
    {
        var error = Assert.Throws<FormatException>(() =>
            Read(
                Pack(
                    Rule,
                    """, "extends": "ns-2009", "changes": [{ "rule_id": "plan-review", "on": true }, { "rule_id": "tea", "on": false }]"""
                )
            )
        );

        Assert.Equal(
            "Standards pack 'mine': it changes rule 'tea', which it does not extend.",
            error.Message
        );
    }

    [Fact]
    public void Read_ExtendedPack_HasItsRulesItsChangesAndWhatIsNotKnown()
    {
        var pack = Read(
            Pack(Rule, """, "extends": "ns-2009", "changes": [{ "rule_id": "plan-review", "on": true }]""")
        );

        var extended = StandardsPacks.Load("ns-2009");
        Assert.Equal(
            [.. extended.Rules.Select(rule => rule.RuleId), "one"],
            pack.Rules.Select(rule => rule.RuleId)
        );
        Assert.True(pack.Find("plan-review")!.On);
        Assert.False(pack.Find("custody-review")!.On);
        Assert.Equal([.. extended.NotKnown, "Much"], pack.NotKnown);
    }

    private static StandardsPack Read(string json) =>
        StandardsPackFile.Read("mine", json, StandardsPacks.Load);

    private static string Pack(string rules, string more = "") =>
        $$"""
            { "pack_id": "mine", "title": "Mine", "in_force": "always", "not_known": ["Much"], "rules": [{{rules}}]{{more}} }
            """;
}
