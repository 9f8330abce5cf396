using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Learning;
using YosWorkflow.Core.Standards;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Services.Learning;
using YosWorkflow.Services.Reporting;
using YosWorkflow.Services.Tests.Chasing;
using YosWorkflow.TestKit;

namespace YosWorkflow.Services.Tests.Learning;

public sealed class ReadServiceTests(AzuriteFixture azurite)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Execute_ManyTeams_ShowsEveryCaseOnceToEveryTallyInTwoTransactionsAndOneATeam()
    {
        var cases = Enumerable
            .Range(0, 40)
            .Select(at =>
                Small.Cases[at % Small.Cases.Count] with
                {
                    CaseRef = $"K{at:D2}",
                    Team = $"T{at % 9}",
                }
            );
        using var world = await ChaseWorld.StartAsync(azurite, Small.Staff, cases);
        var before = world.Storage.Transactions.Total;
        var (first, second) = (new Noted(), new Noted());

        var read = await world
            .Get<ReadService>()
            .ExecuteAsync(Small.Day, Small.Day, Small.Staff, [first, second], Stop);

        Assert.Equal(1 + 9, world.Storage.Transactions.Total - before);
        Assert.Equal(
            Enumerable.Range(0, 40).Select(at => $"K{at:D2}"),
            first.Seen.Order(StringComparer.Ordinal)
        );
        Assert.Equal(first.Seen, second.Seen);
        Assert.All(first.Obligations, Assert.NotEmpty);
        Assert.Empty(read.NotJudged);
        Assert.Equal(9, read.Teams.Count);
    }

    [Fact]
    public async Task Execute_CaseThatCannotBeJudged_IsNamedAndOwesNothingAndTheOthersAreCounted()
    {
        var ancient = Small.Cases[0] with { CaseRef = "K0", OrderMadeOn = new DateOnly(1950, 1, 3) };
        using var world = await ChaseWorld.StartAsync(azurite, Small.Staff, [ancient, .. Small.Cases]);
        var noted = new Noted();

        var read = await world
            .Get<ReadService>()
            .ExecuteAsync(Small.Day, openOn: null, Small.Staff, [noted], Stop);

        var (supervised, why) = Assert.Single(read.NotJudged);
        Assert.Equal("K0", supervised.CaseRef);
        Assert.Contains("1950", why, StringComparison.Ordinal);
        Assert.Equal(Small.Cases.Count + 1, noted.Seen.Count);
        Assert.Single(noted.Obligations, owed => owed.Length == 0);
    }

    [Fact]
    public async Task Report_OfADayWhoseChildrenWereKept_ComparesWithThem()
    {
        using var world = await ChaseWorld.StartAsync(azurite, Small.Staff, Small.Cases);
        await world.MorningAsync(Small.Day);
        var kept = await world.Get<ChaseRunTable>().FindAsync(Small.Day, Stop);
        Assert.Equal([3, 3], kept!.Children.Select(team => team.Counts.Open));

        var report = await world
            .Get<MakeReport>()
            .ExecuteAsync(
                ReportKind.Snapshot,
                new Period(Small.Day, Small.Day.AddDays(30)),
                Small.Day.AddDays(30),
                Stop
            );

        Assert.Contains(
            "were recorded that morning",
            report.Sections[0].Parts.OfType<ReportText>().Single().Text,
            StringComparison.Ordinal
        );
    }

    private sealed class Noted : ICaseTally
    {
        public List<string> Seen { get; } = [];

        public List<string[]> Obligations { get; } = [];

        public void Add(Case supervised, ReadOnlySpan<Obligation> obligations)
        {
            Seen.Add(supervised.CaseRef);
            Obligations.Add([.. obligations.ToArray().Select(owed => owed.Rule.RuleId)]);
        }
    }
}
