using System.Collections.Immutable;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Core.Caseload;

namespace YosWorkflow.Core.Tests.Audits.Rounds;

public sealed class ReturnWatchTests
{
    private static readonly DateOnly Ends = new(2011, 12, 1);

    [Theory]
    [InlineData("2011-11-01", "2011-12-01")]
    [InlineData("2011-11-30", "2011-12-01")]
    [InlineData("2011-12-01", "2011-12-02")]
    [InlineData("2011-12-23", "2011-12-28")]
    public void EndOf_ARound_IsTheWorkingDayAfterItsLastOrAfterItsBeginning(string begunOn, string endsOn) =>
        Assert.Equal(
            IsoDate.Parse(endsOn),
            ReturnWatch.EndOf(Some.Round(), IsoDate.Parse(begunOn), Some.Calendar)
        );

    [Fact]
    public void NextLook_ReturnThatNeverComes_GoesByTheLadderToTheEnd()
    {
        var (told, looks) = (ImmutableArray<Core.Chasing.ToldMark>.Empty, new List<string>());
        var chaser = new AuditChaser(AuditLadders.Default, Some.Calendar, Some.Staff, Some.Round());
        for (DateOnly? day = Some.FirstOfNovember; day is { } look; )
        {
            looks.Add($"{look:MM-dd}");
            told = look == Ends ? told : chaser.Decide(Some.Standing(), told, look).Marks;
            day = Next(Some.Standing(), look, told);
        }

        Assert.Equal(["11-01", "11-10", "11-15", "11-16", "11-18", "11-23", "11-28", "12-01"], looks);
    }

    [Fact]
    public void NextLook_ReturnIsIn_ThereIsNone() =>
        Assert.Null(Next(Some.Standing(submitted: Some.Submitted(new(2011, 11, 8))), new(2011, 11, 8)));

    [Fact]
    public void NextLook_SecondCheckIsAwaited_IsByTheLadderAndThenThereIsNone()
    {
        var asked = Some.Standing(submitted: Some.Submitted(new(2011, 11, 8))) with
        {
            Second = new Assignment("CMC1", new(2011, 11, 8), null, []),
            Comments = [new AuditComment("CMA1", DateTimeOffset.UnixEpoch, 1, "Seen.")],
        };

        Assert.Equal(new DateOnly(2011, 11, 9), Next(asked, new(2011, 11, 8)));
        Assert.Null(Next(asked with { SecondReturn = Some.Submitted(new(2011, 11, 9)) }, new(2011, 11, 9)));
    }

    [Fact]
    public void NextLook_RoundIsOver_ThereIsNone()
    {
        Assert.Null(Next(Some.Standing(), Ends));
        Assert.Null(
            ReturnWatch.NextLook(
                Some.Round(state: RoundState.Closed) with
                {
                    ClosedOn = new(2011, 11, 30),
                },
                Some.Standing(),
                [],
                new AuditChaser(AuditLadders.Default, Some.Calendar, Some.Staff, Some.Round()),
                Some.Calendar,
                new(2011, 11, 30),
                Ends
            )
        );
    }

    [Theory]
    [InlineData("CMB1", true, true, false)]
    [InlineData("CMB1", false, true, true)]
    [InlineData("CMB1", true, false, true)]
    [InlineData("GONE", true, true, true)]
    [InlineData(null, true, true, true)]
    public void MayNeedReader_ByWhoReadsIt(string? readerId, bool active, bool canAudit, bool expected)
    {
        var staff = new Staff(
            Some.Members.Select(member =>
                member.StaffId == "CMB1" ? member with { Active = active, CanAudit = canAudit } : member
            )
        );
        var second = Some.Standing(submitted: Some.Submitted(new(2011, 11, 8))) with
        {
            Second = new Assignment(readerId, new(2011, 11, 8), null, []),
        };

        Assert.Equal(expected, ReturnWatch.MayNeedReader(Some.Standing(auditorId: readerId), staff));
        Assert.Equal(expected, ReturnWatch.MayNeedReader(second, staff));
        Assert.False(
            ReturnWatch.MayNeedReader(second with { SecondReturn = Some.Submitted(new(2011, 11, 9)) }, staff)
        );
    }

    [Fact]
    public void MayNeedReader_CameInAndNobodyIsAskedYet_ItMayBe() =>
        Assert.True(
            ReturnWatch.MayNeedReader(Some.Standing(submitted: Some.Submitted(new(2011, 11, 8))), Some.Staff)
        );

    private static DateOnly? Next(
        CaseStanding item,
        DateOnly day,
        ImmutableArray<Core.Chasing.ToldMark> told = default
    ) =>
        ReturnWatch.NextLook(
            Some.Round(),
            item,
            told.IsDefault ? [] : told,
            new AuditChaser(AuditLadders.Default, Some.Calendar, Some.Staff, Some.Round()),
            Some.Calendar,
            day,
            Ends
        );
}
