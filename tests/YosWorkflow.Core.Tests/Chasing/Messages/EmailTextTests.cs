using System.Globalization;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Core.Chasing.Messages;
using static YosWorkflow.Core.Tests.Chasing.Messages.Letters;
using static YosWorkflow.Core.Tests.Example;

namespace YosWorkflow.Core.Tests.Chasing.Messages;

public sealed class EmailTextTests
{
    [Fact]
    public void Email_OwnItems_ReadsWell() =>
        Assert.Equal(
            """
            2 overdue, 1 due today, 1 coming up
            ===================================
            Ann Low, Tue 4 Oct 2011

            See your day:
            https://yos.example/my-day?for=CM1&asOf=2011-10-04

            Overdue: 2
            ----------
            * Do plan
              Case K1, was due Thu 29 Sep 2011: 12 working days late
            * Do plan
              Case K2, was due Thu 29 Sep 2011: 1 working day late

            Due today: 1
            ------------
            * Do plan
              Case K3, due today, Tue 4 Oct 2011

            Coming up: 1
            ------------
            * Do plan
              Case K4, due Mon 10 Oct 2011

            --
            Once the case record shows that something is done, we stop chasing it.
            Working days leave out weekends and the bank holidays of England and
            Wales.
            Kent YOS sends this at most once a working day, and only when there is
            something new.

            """,
            Text(Letter(Overdue("K1", 12), Overdue("K2", 1), DueToday("K3"), ComingUp("K4")))
        );

    [Fact]
    public void Email_OwnAndColleaguesAndForThoseAway_ArePartsByPerson() =>
        Assert.Contains(
            """
            Ann Low, Tue 4 Oct 2011

            You stand in for Name of CM5 and Name of PS5, who are away.

            See your day:
            https://yos.example/my-day?for=CM1&asOf=2011-10-04


            For you to do
            =============

            Overdue: 1
            ----------
            * Do plan
              Case K3, was due Thu 29 Sep 2011: 3 working days late


            For you to do while colleagues are away
            =======================================

            Name of CM5: 1 overdue
            ----------------------
            * Do plan
              Case K2, was due Thu 29 Sep 2011: 3 working days late


            Owed by your colleagues
            =======================
            Ask what is in the way, and agree when it will be done.

            Name of CM2: 1 overdue
            ----------------------
            * Title of plan
              Case K1, was due Thu 29 Sep 2011: 3 working days late

            Name of CM3: 1 overdue
            ----------------------
            You stand in for Name of PS5.
            * Title of plan
              Case K4, was due Thu 29 Sep 2011: 3 working days late

            Nobody yet: 1 overdue
            ---------------------
            Nobody holds the role that owes this. Decide who does it.
            * Title of plan
              Case K5, was due Thu 29 Sep 2011: 3 working days late

            --
            """,
            Text(
                Letter(
                    Overdue("K1", owedBy: "CM2"),
                    Overdue("K2", owedBy: "CM5", meantFor: "CM5"),
                    Overdue("K3"),
                    Overdue("K4", owedBy: "CM3", meantFor: "PS5"),
                    Overdue("K5", owedBy: "")
                )
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void Email_TwoHundredOwnItems_ShowsTheMostSeriousAndCountsTheRest()
    {
        var text = Text(
            Letter([
                .. Many(150, one => Overdue(one)),
                .. Many(20, one => DueToday("T" + one)),
                .. Many(30, one => ComingUp("C" + one)),
            ])
        );

        Assert.StartsWith("150 overdue, 20 due today, 30 coming up\n", text, StringComparison.Ordinal);
        Assert.Contains("Case K010,", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Case K011,", text, StringComparison.Ordinal);
        Assert.Contains("  and 140 more\n\nDue today: 20\n", text, StringComparison.Ordinal);
        Assert.Contains("Case TK005,", text, StringComparison.Ordinal);
        Assert.Contains("  and 15 more\n\nComing up: 30\n", text, StringComparison.Ordinal);
        Assert.Contains("  and 25 more\n", text, StringComparison.Ordinal);
        Assert.InRange(Words(text), 0, 360);
    }

    [Fact]
    public void Email_TwoHundredItemsOfColleagues_ShowsTheMostSeriousAndNamesWhoElse()
    {
        // The first fifteen are of CM2, then twenty people with some more each.
        var text = Text(
            Letter([
                .. Many(15, one => Overdue("A" + one, owedBy: "CM2")),
                .. Many(
                    185,
                    one =>
                        Overdue(
                            one,
                            owedBy: $"CM{100 + int.Parse(one[1..], CultureInfo.InvariantCulture) % 20}"
                        )
                ),
                Overdue("Z", owedBy: "CM2"),
            ])
        );

        Assert.Contains("Name of CM2: 16 overdue\n", text, StringComparison.Ordinal);
        Assert.Contains("Case AK015,", text, StringComparison.Ordinal);
        Assert.Contains("late\n  and 1 more\n", text, StringComparison.Ordinal);
        Assert.Contains(
            "and 185 more, owed by Name of CM101 (10), Name of CM102 (10), Name of",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("and 14 other people (", text.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.InRange(Words(text), 0, 360);
    }

    [Fact]
    public void Email_DueOnAWeekend_SaysThatTodayIsTheLastMoment() =>
        Assert.Contains(
            """
            Coming up: 1
            ------------
            * Do plan
              Case K1, due Sat 8 Oct 2011: today is the last working day before that

            """,
            Text(
                Letter(ComingUp("K1") with { DueOn = Day("2011-10-08"), Step = ChaseStep.Due }) with
                {
                    Day = Day("2011-10-07"),
                }
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void Email_OfAnEarlierDaysChase_IsOverdueWithoutANumber() =>
        Assert.Contains(
            "Case K1, was due Mon 3 Oct 2011: late\n",
            Text(Letter(DueToday("K1") with { DueOn = Day("2011-10-03") })),
            StringComparison.Ordinal
        );

    [Fact]
    public void Email_Undelivered_TellsTheAdministratorWhatToDo() =>
        Assert.Equal(
            """
            1 message could not be delivered
            ================================
            Ann Low, Tue 4 Oct 2011

            See your day:
            https://yos.example/my-day?for=CM1&asOf=2011-10-04

            Could not be delivered: 1
            -------------------------
            Correct the staff list, or let these people know yourself.
            * Name of CM9, email: no such address

            --
            Kent YOS sends this at most once a working day, and only when there is
            something new.

            """,
            Text(Letter() with { Undelivered = ["Name of CM9, email: no such address"] })
        );

    [Theory]
    [InlineData(20, null)]
    [InlineData(54, "and 34 more")]
    public void Email_ManyUndelivered_ShowsTwentyAndCountsTheRest(int number, string? more)
    {
        var text = Text(
            Letter() with
            {
                Undelivered = [.. Many(number, one => Overdue(one)).Select(i => i.CaseRef)],
            }
        );

        Assert.Contains($"{number} messages could not be delivered", text, StringComparison.Ordinal);
        Assert.Equal(20, text.Split("\n* ").Length - 1);
        Assert.Equal(more is not null, text.Contains(more ?? "more", StringComparison.Ordinal));
    }

    [Fact]
    public void Email_TextFromOutside_CantBreakALineOrFeignAHeading()
    {
        var text = Text(
            Letter(Overdue("K1\r\nOverdue: 0", owedBy: "X")) with
            {
                NameOf = _ => "Ann\n\nLow\u2028\0 ",
                PersonName = "\tBob\nMay",
            }
        );

        Assert.Contains("Case K1 Overdue: 0,", text, StringComparison.Ordinal);
        Assert.Contains("\nAnn Low: 1 overdue\n", text, StringComparison.Ordinal);
        Assert.Contains("\nBob May, Tue", text, StringComparison.Ordinal);
    }

    private static int Words(string text) =>
        text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Length;

    private static string Text(DigestLetter letter) => DigestMessages.Email(letter).Text;
}
