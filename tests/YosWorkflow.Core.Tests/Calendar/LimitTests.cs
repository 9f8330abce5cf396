using CsCheck;
using YosWorkflow.Core.Calendar;

namespace YosWorkflow.Core.Tests.Calendar;

public sealed class LimitTests
{
    [Theory]
    [InlineData("2011-04-14", "15wd", "2011-05-11")]
    [InlineData("2011-10-08", "15wd", "2011-10-28")]
    [InlineData("2011-10-04", "3m", "2012-01-04")]
    [InlineData("2011-11-30", "3m", "2012-02-29")]
    [InlineData("2011-01-31", "1m", "2011-02-28")]
    [InlineData("2011-08-31", "1m", "2011-09-30")]
    public void DueFrom_ADay_IsWhatTheContractSays(string from, string limit, string due) =>
        Assert.Equal(
            IsoDate.Parse(due),
            Limit.Parse(limit).DueFrom(IsoDate.Parse(from), WorkingDayCalendar.EnglandAndWales)
        );

    [Fact]
    public void Parse_WhatALimitIsWrittenAs_IsTheSameLimit() =>
        Gen.Select(Gen.Int[1, 1000], Gen.Enum<LimitUnit>())
            .Sample(
                (amount, unit) =>
                {
                    var limit = new Limit(amount, unit);
                    Assert.Equal(limit, Limit.Parse(limit.ToString()));
                }
            );

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("15")]
    [InlineData("wd")]
    [InlineData("0wd")]
    [InlineData("-1m")]
    [InlineData("1001wd")]
    [InlineData("15 wd")]
    [InlineData("1.5m")]
    [InlineData("15WD")]
    [InlineData("99999999999m")]
    public void TryParse_SomethingElse_IsFalse(string? text) => Assert.False(Limit.TryParse(text, out _));

    [Fact]
    public void Parse_SomethingElse_SaysHowALimitIsWritten() =>
        Assert.Equal(
            "'soon' is not a limit; write working days as '15wd' or months as '3m', from 1 to 1000.",
            Assert.Throws<FormatException>(() => Limit.Parse("soon")).Message
        );
}
