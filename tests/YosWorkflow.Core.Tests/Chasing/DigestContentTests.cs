using CsCheck;
using YosWorkflow.Core.Chasing;
using static YosWorkflow.Core.Tests.Example;

namespace YosWorkflow.Core.Tests.Chasing;

public sealed class DigestContentTests
{
    private static readonly NoticeItem Item = new(
        "K1",
        "rmp",
        Day("2011-10-04"),
        Day("2011-10-25"),
        ChaseStep.Overdue,
        WorkingDaysOverdue: 3,
        "CM1",
        HighRisk: false
    );

    [Fact]
    public void Of_AnyOrder_IsTheMostSeriousFirst()
    {
        NoticeItem[] expected =
        [
            Item with
            {
                RuleId = "a",
                Step = ChaseStep.HeadOfService,
                WorkingDaysOverdue = 1,
            },
            Item with
            {
                RuleId = "b",
                HighRisk = true,
                WorkingDaysOverdue = 1,
            },
            Item with
            {
                RuleId = "c",
                WorkingDaysOverdue = 9,
            },
            Item with
            {
                RuleId = "d",
                DueOn = Day("2011-10-24"),
            },
            Item with
            {
                RuleId = "e",
            },
            Item with
            {
                RuleId = "e",
                CaseRef = "K2",
            },
            Item with
            {
                RuleId = "f",
                CaseRef = "K2",
            },
            Item with
            {
                RuleId = "g",
                Step = ChaseStep.Early,
                HighRisk = true,
            },
        ];

        Gen.Shuffle(expected).Sample(items => Assert.Equal(expected, DigestContent.Of(items)));
    }

    [Fact]
    public void Of_AnOccurrenceTwice_IsThereOnceWithTheMoreSeriousStep() =>
        Assert.Equal(
            [Item with { Step = ChaseStep.Escalated }],
            DigestContent.Of([Item, Item with { Step = ChaseStep.Escalated, MeantForId = null }])
        );

    [Fact]
    public void TryParse_AKey_IsTheSameKey()
    {
        var key = new DigestKey(Day("2011-10-04"), "CM 001", Channel.Teams);

        Assert.Equal("2011-10-04|CM 001|teams", key.ToString());
        Assert.True(DigestKey.TryParse(key.ToString(), out var read));
        Assert.Equal(key, read);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2011-10-04|CM1")]
    [InlineData("2011-10-4|CM1|email")]
    [InlineData("2011-10-04|CM1|pigeon")]
    [InlineData("2011-10-04|CM1|email|more")]
    public void TryParse_SomethingElse_IsFalse(string? text) => Assert.False(DigestKey.TryParse(text, out _));
}
