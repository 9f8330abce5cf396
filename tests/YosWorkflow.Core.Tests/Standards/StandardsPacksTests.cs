using YosWorkflow.Core.Standards;

namespace YosWorkflow.Core.Tests.Standards;

public sealed class StandardsPacksTests
{
    private static readonly string[] AllRules =
    [
        "asset-start",
        "initial-plan",
        "panel-initial",
        "panel-progress",
        "plan-review",
        "risk-meeting",
        "rmp",
        "vmp",
        "rmp-countersign",
        "vmp-countersign",
        "remand-planning",
        "custody-planning",
        "custody-review",
        "what-do-you-think",
        "learning-styles",
    ];

    public static TheoryData<string> Ids => [.. StandardsPacks.Ids];

    [Fact]
    public void Ids_Shipped_AreTheFour() =>
        Assert.Equal(["kent-2011", "ns-2009", "ns-2013", "ys-2019"], StandardsPacks.Ids);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Load_EveryPack_SaysOfEveryRuleWhereItComesFrom(string packId)
    {
        var pack = StandardsPacks.Load(packId);

        Assert.Equal(packId, pack.PackId);
        Assert.NotEmpty(pack.Rules);
        Assert.NotEmpty(pack.NotKnown);
        Assert.All(
            pack.Rules,
            rule =>
            {
                Assert.NotEmpty(rule.Source);
                Assert.NotEmpty(rule.Title);
                Assert.False(rule.Action.EndsWith('.'), rule.RuleId);
            }
        );
    }

    [Theory]
    [InlineData("ns-2009")]
    [InlineData("ns-2013")]
    [InlineData("ys-2019")]
    public void Load_NationalPack_HasUnconfirmedRulesOff(string packId) =>
        Assert.All(
            StandardsPacks.Load(packId).Rules,
            rule => Assert.Equal(rule.Certainty != Certainty.Unconfirmed, rule.On)
        );

    [Fact]
    public void Load_Kent2011_HasEveryRuleOn()
    {
        var pack = StandardsPacks.Load("kent-2011");

        Assert.Equal(AllRules.Order(), pack.Rules.Select(rule => rule.RuleId).Order());
        Assert.All(pack.Rules, rule => Assert.True(rule.On, rule.RuleId));
    }

    [Theory]
    [InlineData("stated", "initial-plan risk-meeting what-do-you-think learning-styles")]
    [InlineData("corroborated", "asset-start panel-initial panel-progress remand-planning")]
    [InlineData("unconfirmed", "plan-review custody-planning custody-review")]
    [InlineData("local", "rmp vmp rmp-countersign vmp-countersign")]
    public void Load_Kent2011_SaysHowSureEachRuleIs(string certainty, string ruleIds) =>
        Assert.Equal(
            ruleIds.Split(' ').Order(),
            StandardsPacks
                .Load("kent-2011")
                .Rules.Where(rule => rule.Certainty == Codes<Certainty>.Read(certainty))
                .Select(rule => rule.RuleId)
                .Order()
        );

    [Fact]
    public void Load_Kent2011_IsTheDefaultAndExtendsTheNationalStandards()
    {
        Assert.Equal("kent-2011", StandardsPacks.Default);
        Assert.Subset(
            StandardsPacks.Load("kent-2011").Rules.Select(rule => rule.RuleId).ToHashSet(),
            StandardsPacks.Load("ns-2009").Rules.Select(rule => rule.RuleId).ToHashSet()
        );
    }

    [Fact]
    public void Load_NoSuchPack_NamesThoseThereAre() =>
        Assert.Equal(
            "There is no standards pack 'ns-1999'; there are kent-2011, ns-2009, ns-2013, ys-2019.",
            Assert.Throws<FormatException>(() => StandardsPacks.Load("ns-1999")).Message
        );
}
