using CsCheck;
using YosWorkflow.Core.Audits.Rounds;

namespace YosWorkflow.Core.Tests.Audits.Rounds;

public sealed class RoundDatesTests
{
    [Theory]
    [InlineData("2011-11", "2011-11-01", "2011-11-15", "2011-11-30")]
    [InlineData("2011-12", "2011-12-01", "2011-12-15", "2011-12-30")]
    [InlineData("2011-11", "2011-11-16", "2011-11-30", "2011-11-30")]
    [InlineData("2011-11", "2011-11-17", "2011-12-01", "2011-12-30")]
    [InlineData("2011-10", "2011-11-17", "2011-12-01", "2011-12-30")]
    [InlineData("2011-12", "2011-11-29", "2011-12-13", "2011-12-30")]
    public void Of_ADayOfDrawing_LeavesReturnsTheirTimeAndClosesOnALastWorkingDay(
        string month,
        string drawnOn,
        string dueOn,
        string closesOn
    )
    {
        var dates = RoundDates.Of(
            Some.Programme,
            IsoMonth.Parse(month),
            IsoDate.Parse(drawnOn),
            Some.Calendar
        );

        Assert.Equal((dueOn, closesOn), (IsoDate.Format(dates.ReturnsDueOn), IsoDate.Format(dates.ClosesOn)));
    }

    [Fact]
    public void FollowUpDueOn_AnyDay_IsNotAfterTheRoundAndNotBeforeItCameUp()
    {
        var dates = Some.Round().Dates;

        Gen.Int[0, 60]
            .Sample(days =>
            {
                var began = Some.FirstOfNovember.AddDays(days);
                var due = dates.FollowUpDueOn(Some.Programme, began, Some.Calendar);
                Assert.InRange(due, began, began > dates.ClosesOn ? began : dates.ClosesOn);
                Assert.InRange(Some.Calendar.Count(began, due), 0, 5);
            });
    }

    [Theory]
    [InlineData("2011-11-01", true)]
    [InlineData("2011-11-07", true)]
    [InlineData("2011-11-08", false)]
    [InlineData("2011-11-05", false)]
    [InlineData("2012-01-02", false)]
    [InlineData("2012-01-03", true)]
    public void DueOn_MonthlyProgrammes_AreDrawnOnTheFirstWorkingDaysOnly(string day, bool isDue)
    {
        var due = RoundSchedule.DueOn([Some.Programme], IsoDate.Parse(day), Some.Calendar);

        Assert.Equal(isDue ? [new RoundId("golden-thread", IsoMonth.Of(IsoDate.Parse(day)))] : [], due);
    }
}
