using YosWorkflow.Core.Chasing.Messages;
using YosWorkflow.Core.Standards;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Services.Delivery;

namespace YosWorkflow.Services.Tests.Delivery;

public sealed class DigestLettersTests
{
    private static readonly StandardsPack Pack = StandardsPacks.Load("kent-2011");

    [Fact]
    public void Letter_RuleOfThePack_HasItsTitleAndAction()
    {
        var rule = Pack.Find("initial-plan")!;

        Assert.Equal(new DutyWords(rule.Title, rule.Action), Letter().Words("initial-plan"));
    }

    [Fact]
    public void Letter_RuleOfAnotherField_HasTheWordsOfItsGlossary() =>
        Assert.Equal(new DutyWords("Audit", "Return it"), Letter().Words("audit-return"));

    [Fact]
    public void Letter_RuleThatNobodyKnows_IsNamedReadably() =>
        Assert.Equal("Old rule of 2009", Letter().Words("old-rule-of-2009").Title);

    [Fact]
    public void Letter_People_AreNamedByTheStaffListOrTheirId()
    {
        var letter = Letter();

        Assert.Equal("Name of CM001", letter.PersonName);
        Assert.Equal("Name of CM002", letter.NameOf("CM002"));
        Assert.Equal("CM999", letter.NameOf("CM999"));
    }

    private static DigestLetter Letter() =>
        new DigestLetters(
            new LetterHead("Kent YOS", "https://yos.example"),
            [new PackGlossary(new ServiceRules(Pack, null!, null!, default)), new Audits()]
        ).Letter(
            new StoredDigest { Key = Outbox.Email() },
            new([Outbox.Person("CM001"), Outbox.Person("CM002")])
        );

    private sealed class Audits : IDutyGlossary
    {
        public DutyWords? Find(string ruleId) =>
            ruleId == "audit-return" ? new DutyWords("Audit", "Return it") : null;
    }
}
