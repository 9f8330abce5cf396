using YosWorkflow.Core.Chasing.Messages;
using static YosWorkflow.Core.Tests.Chasing.Messages.Letters;

namespace YosWorkflow.Core.Tests.Chasing.Messages;

public sealed class TeamsLineTests
{
    [Fact]
    public void Teams_OwnItems_SaysHowManyAndTheMostSerious() =>
        Assert.Equal(
            "1 overdue, 1 due today. Most serious: Title of plan – case K1, 3 working days late.",
            Text(Letter(Overdue("K1"), DueToday("K2")))
        );

    [Fact]
    public void Teams_OnlyDueToday_SaysWhen() =>
        Assert.Equal(
            "1 due today. Most serious: Title of plan – case K2, due today, Tue 4 Oct 2011.",
            Text(Letter(DueToday("K2")))
        );

    [Fact]
    public void Teams_OwedByAColleague_SaysByWhom() =>
        Assert.Equal(
            "1 overdue. Most serious: Title of plan – case K1, 3 working days late, owed by Name of CM2.",
            Text(Letter(Overdue("K1", owedBy: "CM2")))
        );

    [Fact]
    public void Teams_StandingIn_SaysForWhom() =>
        Assert.Equal(
            "1 overdue. Most serious: Title of plan – case K1, 3 working days late. "
                + "You stand in for Name of CM2, who is away.",
            Text(Letter(Overdue("K1", meantFor: "CM2")))
        );

    [Fact]
    public void Teams_TooLong_DropsTheTitleFirst()
    {
        var letter = Letter(Overdue("K1")) with { Words = _ => new DutyWords(new string('t', 120), "") };

        Assert.Equal("1 overdue. Most serious: case K1, 3 working days late.", Text(letter));
    }

    [Fact]
    public void Teams_TooLongWithEverything_StillSaysThatTheReaderStandsIn()
    {
        var letter = Letter(Overdue(new string('K', 100), owedBy: "CM2", meantFor: "CM2")) with
        {
            NameOf = _ => new string('n', 140),
        };

        Assert.Equal("1 overdue. You stand in for 1 colleague.", Text(letter));
    }

    [Fact]
    public void Teams_Undelivered_SaysHowMany() =>
        Assert.Equal("2 messages could not be delivered.", Text(Letter() with { Undelivered = ["a", "b"] }));

    [Theory]
    [InlineData(
        "CM1",
        "https://yos.example",
        "https://yos.example/my-day?for=CM1&asOf=2011-10-04&line=K1..64879f7d6b#K1..64879f7d6b"
    )]
    [InlineData(
        "a b&c=d+é",
        "https://yos.example/",
        "https://yos.example/my-day?for=a%20b%26c%3Dd%2B%C3%A9&asOf=2011-10-04&line=K1..64879f7d6b#K1..64879f7d6b"
    )]
    public void Teams_ALetter_LeadsToItsMostSeriousLineInTheDayOfThePerson(
        string personId,
        string publicUrl,
        string url
    ) =>
        Assert.Equal(
            url,
            DigestMessages
                .Teams(Letter(Overdue("K1")) with { PersonId = personId, PublicUrl = publicUrl })
                .Url
        );

    [Fact]
    public void Teams_WithoutItems_LeadsToTheDay() =>
        Assert.Equal(
            "https://yos.example/my-day?for=CM1&asOf=2011-10-04",
            DigestMessages.Teams(Letter() with { PublicUrl = "https://yos.example", Undelivered = ["a"] }).Url
        );

    private static string Text(DigestLetter letter) => DigestMessages.Teams(letter).Text;
}
