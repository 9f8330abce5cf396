using CsCheck;
using YosWorkflow.Core.Audits;

namespace YosWorkflow.Core.Tests.Audits;

public sealed class ApportionmentTests
{
    private static readonly Gen<Stratum[]> Strata = Gen.Select(
            Gen.Int[1, 60],
            Gen.Int[1, 3],
            (size, weight) => (size, weight)
        )
        .Array[1, 9]
        .Select(drawn => drawn.Select((s, index) => new Stratum($"T{index}", s.size, s.weight, 0)).ToArray());

    [Fact]
    public void Apportion_FewerPlacesThanStrata_GivesTheLargestOneEach()
    {
        var places = Places([("B", 5), ("A", 5), ("C", 9), ("D", 1)], 2);

        Assert.Equal([("A", 1), ("B", 0), ("C", 1), ("D", 0)], places);
    }

    [Fact]
    public void Apportion_WorkedByHand_FollowsSainteLagueAfterOneEach()
    {
        // One each; then 53/3 = 17.7, 24/3 = 8, 23/3 = 7.7: A; 53/5 = 10.6: A; 8 > 53/7 = 7.57: B; 7.67: C; 7.57: A.
        var places = Places([("A", 53), ("B", 24), ("C", 23)], 8);

        Assert.Equal([("A", 4), ("B", 2), ("C", 2)], places);
    }

    [Fact]
    public void Apportion_MorePlacesThanCases_GivesEveryCaseOne() =>
        Assert.Equal([("A", 3), ("B", 2)], Places([("A", 3), ("B", 2)], 99));

    [Fact]
    public void Apportion_AnyStrata_GivesAllPlacesAndNeverMoreThanCases() =>
        Gen.Select(Strata, Gen.Int[0, 400])
            .Sample(
                (strata, places) =>
                {
                    var given = Apportionment.Apportion(strata, places);
                    Assert.Equal(Math.Min(places, strata.Sum(s => s.Size)), given.Sum(s => s.Drawn));
                    Assert.All(given, s => Assert.InRange(s.Drawn, 0, s.Size));
                }
            );

    [Fact]
    public void Apportion_OneMorePlace_OnlyAddsToOneStratum() =>
        Gen.Select(Strata, Gen.Int[0, 300])
            .Sample(
                (strata, places) =>
                {
                    var fewer = Apportionment.Apportion(strata, places);
                    var more = Apportionment.Apportion(strata, places + 1);
                    var added = fewer.Zip(more, (a, b) => b.Drawn - a.Drawn).ToArray();
                    Assert.All(added, difference => Assert.InRange(difference, 0, 1));
                    Assert.InRange(added.Sum(), 0, 1);
                }
            );

    private static IEnumerable<(string, int)> Places((string Name, int Size)[] strata, int places) =>
        Apportionment
            .Apportion(strata.Select(s => new Stratum(s.Name, s.Size, 1, 0)), places)
            .Select(s => (s.Name, s.Drawn));
}
