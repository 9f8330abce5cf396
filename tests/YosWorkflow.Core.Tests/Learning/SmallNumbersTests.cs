using CsCheck;
using YosWorkflow.Core.Learning;

namespace YosWorkflow.Core.Tests.Learning;

public sealed class SmallNumbersTests
{
    [Fact]
    public void Protect_NothingSmall_ShowsEverything()
    {
        var numbers = Row(5, 6, 7);

        Assert.All(Enumerable.Range(0, 4), at => Assert.Equal(Disclosure.Shown, numbers.Of(at)));
        Assert.Equal("18", numbers.Text(3));
        Assert.Equal(18, numbers.Value(3));
    }

    [Fact]
    public void Protect_OneSmall_WithholdsTheSmallestBesideIt()
    {
        var numbers = Row(3, 9, 20);

        Assert.Equal(["fewer than 5", "not shown", "20", "32"], Enumerable.Range(0, 4).Select(numbers.Text));
        Assert.Null(numbers.Value(0));
        Assert.Null(numbers.Value(1));
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(3, 1)]
    public void Protect_TwoSmallThatHideOneAnother_ShowsTheRest(int a, int b)
    {
        var numbers = Row(a, b, 20);

        Assert.Equal(Disclosure.Shown, numbers.Of(2));
        Assert.Equal(Disclosure.Shown, numbers.Of(3));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(4, 4)]
    public void Protect_TwoSmallThatTheirSumGivesAway_WithholdsAnother(int a, int b) =>
        Assert.Equal(Disclosure.Withheld, Row(a, b, 20).Of(2));

    [Fact]
    public void Protect_SetThatTheOthersLeaveOver_WithholdsAnother()
    {
        // Ten are any of two; six are the one, so at least four are the other: with “fewer than five”, exactly four.
        var numbers = new SmallNumbers();
        int[] parts = [numbers.Add(4), numbers.Add(6)];
        numbers.Cover(numbers.Add(10), parts);
        numbers.Protect();

        Assert.Equal(Disclosure.FewerThanFive, numbers.Of(0));
        Assert.Equal(Disclosure.Withheld, numbers.Of(1));
    }

    // Every table that fits what is shown is made: each small count has to have at least two values among them.
    [Fact]
    public void Protect_AnyTableOfTwoByTwo_CannotBeWorkedBack() =>
        Gen.Int[0, 9]
            .Array[4]
            .Sample(
                cells =>
                {
                    var (numbers, ids) = Table(cells);
                    var possible = new HashSet<int>[ids.Length];
                    for (var at = 0; at < ids.Length; at++)
                    {
                        possible[at] = [];
                    }

                    foreach (var candidate in Candidates(MostOf(numbers, ids)))
                    {
                        var all = All(candidate);
                        if (Fits(numbers, ids, all))
                        {
                            for (var at = 0; at < ids.Length; at++)
                            {
                                possible[at].Add(all[at]);
                            }
                        }
                    }

                    for (var at = 0; at < ids.Length; at++)
                    {
                        Assert.True(
                            numbers.Of(ids[at]) != Disclosure.FewerThanFive || possible[at].Count > 1,
                            $"Count {at} of {string.Join(' ', cells)} is known to be {string.Join(' ', possible[at])}."
                        );
                    }
                },
                iter: 40
            );

    [Fact]
    public void Protect_AnyTable_NeverShowsASmallCount() =>
        Gen.Int[0, 12]
            .Array[4]
            .Sample(cells =>
            {
                var (numbers, ids) = Table(cells);
                var all = All(cells);
                for (var at = 0; at < ids.Length; at++)
                {
                    Assert.Equal(all[at] < 5, numbers.Of(ids[at]) == Disclosure.FewerThanFive);
                    Assert.True(numbers.Value(ids[at]) is null or >= 5);
                }
            });

    private static SmallNumbers Row(params int[] counts)
    {
        var numbers = new SmallNumbers();
        var parts = counts.Select(numbers.Add).ToArray();
        numbers.AddUp(numbers.Add(counts.Sum()), parts);
        numbers.Protect();
        return numbers;
    }

    // a b | a+b, c d | c+d, a+c b+d | all.
    private static int[] All(int[] c) =>
        [c[0], c[1], c[0] + c[1], c[2], c[3], c[2] + c[3], c[0] + c[2], c[1] + c[3], c.Sum()];

    private static (SmallNumbers Numbers, int[] Ids) Table(int[] cells)
    {
        var numbers = new SmallNumbers();
        var ids = All(cells).Select(numbers.Add).ToArray();
        for (var line = 0; line < 3; line++)
        {
            numbers.AddUp(ids[(line * 3) + 2], [ids[line * 3], ids[(line * 3) + 1]]);
            numbers.AddUp(ids[6 + line], [ids[line], ids[3 + line]]);
        }

        numbers.Protect();
        return (numbers, ids);
    }

    private static int MostOf(SmallNumbers numbers, int[] ids) =>
        Math.Max(9, ids.Max(id => numbers.Value(id) ?? 0));

    private static IEnumerable<int[]> Candidates(int most)
    {
        for (var a = 0; a <= most; a++)
        {
            for (var b = 0; b <= most; b++)
            {
                for (var c = 0; c <= most; c++)
                {
                    for (var d = 0; d <= most; d++)
                    {
                        yield return [a, b, c, d];
                    }
                }
            }
        }
    }

    private static bool Fits(SmallNumbers numbers, int[] ids, int[] all) =>
        Enumerable
            .Range(0, ids.Length)
            .All(at =>
                numbers.Of(ids[at]) switch
                {
                    Disclosure.Shown => numbers.Value(ids[at]) == all[at],
                    Disclosure.FewerThanFive => all[at] < 5,
                    _ => all[at] >= 5,
                }
            );
}
