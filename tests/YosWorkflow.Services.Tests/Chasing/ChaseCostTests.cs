using YosWorkflow.TestKit;

namespace YosWorkflow.Services.Tests.Chasing;

/// <summary>What a chase costs: storage transactions are the bill.</summary>
public sealed class ChaseCostTests(AzuriteFixture azurite)
{
    private const int ATeam = 8;
    private const int APerson = 3;
    private const int Besides = 30;

    [Fact]
    public async Task Execute_Kent2011_KeepsWithinItsTransactions()
    {
        using var world = await ChaseWorld.StartAsync(azurite, Kent2011.Staff, Kent2011.Cases);
        var teams = Kent2011.Cases.Select(one => one.Team).Distinct(StringComparer.Ordinal).Count();

        var first = await world.ChaseAsync(Kent2011.AsOf);
        var again = await world.ChaseAsync(Kent2011.AsOf);
        var next = await world.MorningAsync(Kent2011.AsOf.AddDays(1));

        foreach (var report in new[] { first, again, next })
        {
            var people = report.Told.Select(told => told.PersonId).Distinct(StringComparer.Ordinal).Count();
            var most = (ATeam * teams) + (APerson * people) + Besides;
            TestContext.Current.TestOutputHelper?.WriteLine(
                $"{report.AsOf}: {report.Transactions} transactions for {teams} teams and {people} people; at most {most}."
            );
            Assert.InRange(report.Transactions, 1, most);
        }

        Assert.NotEmpty(first.Told);
        Assert.Empty(again.Told);
    }
}
