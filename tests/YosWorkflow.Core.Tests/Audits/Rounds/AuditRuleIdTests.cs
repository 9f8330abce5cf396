using YosWorkflow.Core.Audits.Rounds;

namespace YosWorkflow.Core.Tests.Audits.Rounds;

public sealed class AuditRuleIdTests
{
    [Theory]
    [InlineData(null, "audit-action:golden-thread:2011-11")]
    [InlineData("5f2c", "audit-action:golden-thread:2011-11:5f2c")]
    public void ToString_AndBack_IsTheSame(string? part, string text)
    {
        var rule = new AuditRuleId(AuditDutyKind.Action, Some.RoundId, part);

        Assert.Equal(text, rule.ToString());
        Assert.True(AuditRuleId.TryParse(text, out var read));
        Assert.Equal(rule, read);
    }

    [Theory]
    [InlineData("initial-plan")]
    [InlineData("audit-return")]
    [InlineData("audit-return:golden-thread")]
    [InlineData("audit-return:golden-thread:november")]
    [InlineData("audit-thing:golden-thread:2011-11")]
    [InlineData("audit-return:golden-thread:2011-11:a:b")]
    [InlineData("")]
    [InlineData(null)]
    public void TryParse_SomethingElse_IsFalse(string? text)
    {
        Assert.False(AuditRuleId.TryParse(text, out _));
        Assert.Null(text is null ? null : AuditWords.Find(text));
    }

    [Fact]
    public void Find_EveryKind_HasWordsThatNameTheRound()
    {
        foreach (var kind in Enum.GetValues<AuditDutyKind>())
        {
            var words = AuditWords.Find(new AuditRuleId(kind, Some.RoundId).ToString())!;
            Assert.StartsWith("Golden thread audit, November 2011: ", words.Title, StringComparison.Ordinal);
            Assert.False(words.Action.EndsWith('.'));
        }
    }

    [Theory]
    [InlineData("\"duty\": \"audit-drawn\"", "\"duty\": \"audit-return\"", "'audit-return' comes twice")]
    [InlineData("\"duty\": \"audit-drawn\"", "\"duty\": \"audit-return\"", "'audit-drawn' is missing")]
    [InlineData("\"step\": \"due\"", "\"step\": \"early\"", "audit-return: step 'early' comes twice")]
    [InlineData("\"begins_as\"", "\"begins\"", "ladders.json")]
    public void Read_LaddersThatAreWrong_SaysWhatAndWhere(string right, string wrong, string expected)
    {
        using var stream = typeof(AuditLadders).Assembly.GetManifestResourceStream(
            "Audits/Rounds/audit-ladders.json"
        )!;
        var json = new StreamReader(stream).ReadToEnd();
        var index = json.IndexOf(right, StringComparison.Ordinal);

        var error = Assert.Throws<FormatException>(() =>
            AuditLadders.Read("ladders.json", json[..index] + wrong + json[(index + right.Length)..])
        );

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }
}
