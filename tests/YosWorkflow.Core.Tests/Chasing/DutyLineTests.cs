using CsCheck;
using YosWorkflow.Core.Chasing;

namespace YosWorkflow.Core.Tests.Chasing;

public sealed class DutyLineTests
{
    [Fact]
    public void IdOf_PlainReference_IsReadable() =>
        Assert.Equal("K1042..43a252c76c", DutyLine.IdOf("K1042", "initial-plan"));

    [Fact]
    public void IdOf_AnyTexts_IsSafeInAnAddressAndTellsThemApart() =>
        Gen.Select(Gen.String, Gen.String, Gen.String, Gen.String)
            .Sample(
                (caseRef, ruleId, otherCase, otherRule) =>
                {
                    var id = DutyLine.IdOf(caseRef, ruleId);
                    Assert.DoesNotContain(
                        id,
                        letter => !char.IsAsciiLetterOrDigit(letter) && letter is not ('-' or '.')
                    );
                    Assert.Equal(
                        (caseRef, ruleId) == (otherCase, otherRule),
                        id == DutyLine.IdOf(otherCase, otherRule)
                    );
                }
            );
}
