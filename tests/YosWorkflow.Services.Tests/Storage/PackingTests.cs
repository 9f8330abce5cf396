using CsCheck;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Services.Storage;
using YosWorkflow.TestKit;

namespace YosWorkflow.Services.Tests.Storage;

public sealed class PackingTests
{
    [Fact]
    public void CaseEntity_AnyCase_ReadsBackAsItWas() =>
        GenCaseload.Case.Sample(one =>
            CaseAssert.Same(one, CaseEntity.Read(one.Team, CaseEntity.Write(one), new StringPool()).Case)
        );

    [Fact]
    public void Pack_WhatIsStoredToday_IsReadForGood()
    {
        // As it lies in a council's tables: a change of this text needs a new schema version and a reader for the old.
        CompletedMilestone[] milestones =
        [
            new(MilestoneKind.AssetStart, new(2011, 4, 14), "CM001"),
            new(MilestoneKind.Review, new(2011, 7, 1), null),
            new(MilestoneKind.VmpCountersigned, new(2011, 7, 1), "PS01"),
        ];

        var packed = MilestonePacking.Pack([.. milestones]);

        Assert.Equal("a2pGW01r2pHk00V2pHk02|CM001|PS01", packed);
    }

    [Fact]
    public void LetterOf_EveryKind_IsItsOwn()
    {
        var kinds = Enum.GetValues<MilestoneKind>();

        Assert.Equal(kinds.Length, kinds.Select(MilestonePacking.LetterOf).Distinct().Count());
    }

    [Theory]
    [InlineData("a2pGA0")]
    [InlineData("z2pGA00")]
    [InlineData("a2p!A00")]
    [InlineData("a2pGA02|CM001")]
    public void Unpack_AnotherText_Throws(string text) =>
        Assert.Throws<FormatException>(() => MilestonePacking.Unpack(text, new StringPool()));

    [Fact]
    public void Pack_MoreThanAnEntityHolds_IsNull()
    {
        var day = new DateOnly(1990, 1, 1);
        CompletedMilestone[] many =
        [
            .. Enumerable.Range(0, 4_700).Select(n => new CompletedMilestone(default, day.AddDays(n), null)),
        ];

        Assert.Null(MilestonePacking.Pack([.. many]));
        Assert.NotNull(MilestonePacking.Pack([.. many[..4_600]]));
    }
}
