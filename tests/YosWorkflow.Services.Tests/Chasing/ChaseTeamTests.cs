using Azure.Data.Tables;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Services.Storage;
using YosWorkflow.TestKit;

namespace YosWorkflow.Services.Tests.Chasing;

public sealed class ChaseTeamTests(AzuriteFixture azurite)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Execute_ATeam_RecordsMarksAndNoticesAndSaysTheSame()
    {
        using var world = await ChaseWorld.StartAsync(azurite, Small.Staff, Small.Cases);

        var chased = await ChaseAsync(world, Small.North);

        Assert.Equal(3, chased.Cases);
        var stored = await world.Get<ChasingTable>().ReadNoticesAsync(Small.North, Small.Day, Stop);
        Assert.Equal(
            chased.Notices.Select(notice => notice.RowKey).Order(StringComparer.Ordinal),
            stored.Select(notice => notice.RowKey).Order(StringComparer.Ordinal)
        );
        var record = await world.Get<ChasingTable>().ReadTeamAsync(Small.North, Stop);
        Assert.Equal(["K1", "K2", "K3"], record.Told.Keys.Order(StringComparer.Ordinal));
        Assert.Empty(await world.Get<ChasingTable>().ReadNoticesAsync(Small.South, Small.Day, Stop));
    }

    [Fact]
    public async Task Execute_AgainOnTheSameDay_DecidesNothing()
    {
        using var world = await ChaseWorld.StartAsync(azurite, Small.Staff, Small.Cases);
        var first = await ChaseAsync(world, Small.North);
        var rows = await world.RowsAsync(TableName.Chasing, row => row.ETag.ToString());

        var second = await ChaseAsync(world, Small.North);

        Assert.NotEmpty(first.Notices);
        Assert.Empty(second.Notices);
        Assert.Equal(first.Cases, second.Cases);
        Assert.Equal(rows, await world.RowsAsync(TableName.Chasing, row => row.ETag.ToString()));
    }

    [Fact]
    public async Task Execute_DryRun_DecidesTheSameAndWritesNothing()
    {
        using var world = await ChaseWorld.StartAsync(azurite, Small.Staff, Small.Cases);

        var preview = await ChaseAsync(world, Small.North, dryRun: true);

        Assert.Empty(await world.RowsAsync(TableName.Chasing, _ => ""));
        var chased = await ChaseAsync(world, Small.North);
        Assert.Equal(
            chased.Notices.Select(notice => notice.Fingerprint),
            preview.Notices.Select(notice => notice.Fingerprint)
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task TryRecord_SomethingChangedMeanwhile_WritesNothingAtAll(int changed)
    {
        using var world = await ChaseWorld.StartAsync(azurite, Small.Staff, Small.Cases);
        var chasing = world.Get<ChasingTable>();
        ToldMark mark = new("asset-start", Small.Day, Audience.Owner, ChaseStep.Early, 0);
        string[] refs = ["K1", "K2", "K3"];
        var other = await chasing.TryRecordAsync(
            Small.North,
            [(refs[changed], null, [mark with { Step = ChaseStep.Due }])],
            [],
            Stop
        );

        var written = await chasing.TryRecordAsync(
            Small.North,
            [.. refs.Select(caseRef => (caseRef, (ToldOnCase?)null, ImmutableArrayOf(mark)))],
            [ChasingTable.Notice(Small.North, new DigestKey(Small.Day, "CM1", Channel.Email), [])],
            Stop
        );

        Assert.True(other);
        Assert.False(written);
        var row = Assert.Single(await world.RowsAsync(TableName.Chasing, _ => ""));
        Assert.Contains(refs[changed], row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Execute_TwoAtOnce_AreAsOne()
    {
        using var alone = await ChaseWorld.StartAsync(azurite, Kent2011.Staff, Kent2011.Cases);
        using var one = await ChaseWorld.StartAsync(azurite, Kent2011.Staff, Kent2011.Cases);
        using var other = new ChaseWorld(one.Storage, TimeProvider.System, one.Post);
        await ChaseAsync(alone, "East Kent");

        var both = await Task.WhenAll(ChaseAsync(one, "East Kent"), ChaseAsync(other, "East Kent"));

        Assert.Equal(await ToldAsync(alone), await ToldAsync(one));
        var decided = both.SelectMany(chased => chased.Notices).SelectMany(ItemsOf).ToArray();
        Assert.Equal(decided.Distinct(), decided);
        var stored = await one.Get<ChasingTable>().ReadNoticesAsync("East Kent", Kent2011.AsOf, Stop);
        Assert.Equal(
            stored.SelectMany(ItemsOf).Order(StringComparer.Ordinal),
            decided.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Execute_MoreCasesThanFitOneTransaction_TellsEachOnce()
    {
        var cases = Enumerable
            .Range(0, 260)
            .Select(n => Small.Cases[0] with { CaseRef = $"N{n:D3}" })
            .ToArray();
        using var world = await ChaseWorld.StartAsync(azurite, Small.Staff, cases);
        var before = world.Storage.Transactions.Total;

        var chased = await ChaseAsync(world, Small.North);

        // Two reads, and three writes of some ninety cases and their notices.
        Assert.Equal(5, world.Storage.Transactions.Total - before);
        var told = chased
            .Notices.Where(notice => notice.Digest is { PersonId: "CM1", Channel: Channel.Email })
            .SelectMany(ItemsOf);
        Assert.Equal(260, told.Select(item => item.Split(' ')[2]).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Execute_OvertakenByOthersAllTheTime_GivesUpAndSaysSo()
    {
        using var world = await ChaseWorld.StartAsync(azurite, Small.Staff, Small.Cases);
        // A row that is void stays out of what is read, so that writing over it fails each time.
        var row = new TableEntity(Small.North, ChasingRow.Told("K1")) { [ChasingRow.MovedTo] = Small.South };
        await world.Storage.Table(TableName.Chasing).AddEntityAsync(SchemaVersion.Stamp(row), Stop);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => ChaseAsync(world, Small.North));

        Assert.Contains(Small.North, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Execute_ACaseOlderThanTheBankHolidays_NamesItAndChasesTheOthers(bool dryRun)
    {
        var old = Small.Order("K0", Small.North, "CM1", Core.Caseload.OrderType.Section9091, "2001-03-01");
        using var world = await ChaseWorld.StartAsync(azurite, Small.Staff, [old, .. Small.Cases]);

        var error = await Assert.ThrowsAsync<CasesNotChasedException>(() =>
            ChaseAsync(world, Small.North, dryRun)
        );

        Assert.StartsWith(
            "Case K0 can't be judged. The bank holidays of",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.Equal(4, error.Chased.Cases);
        Assert.Equal(
            ["K1", "K2", "K3"],
            error
                .Chased.Notices.SelectMany(notice => notice.Items.Select(item => item.CaseRef))
                .Distinct()
                .Order()
        );
        var stored = await world.Get<ChasingTable>().ReadNoticesAsync(Small.North, Small.Day, Stop);
        Assert.Equal(dryRun ? 0 : error.Chased.Notices.Length, stored.Count);
    }

    private static System.Collections.Immutable.ImmutableArray<ToldMark> ImmutableArrayOf(ToldMark mark) =>
        [mark];

    private static Task<TeamChase> ChaseAsync(ChaseWorld world, string team, bool dryRun = false) =>
        world
            .Get<ChaseTeam>()
            .ExecuteAsync(
                team,
                team.Contains("Kent", StringComparison.Ordinal) ? Kent2011.Staff : Small.Staff,
                Small.Day,
                dryRun,
                Stop
            );

    private static IEnumerable<string> ItemsOf(StoredNotice notice) =>
        notice.Items.Select(item =>
            $"{notice.Digest.PersonId} {notice.Digest.Channel} {item.CaseRef} {item.RuleId} {item.ClockStarted} {item.Step}"
        );

    private static Task<string[]> ToldAsync(ChaseWorld world) =>
        world.RowsAsync(
            TableName.Chasing,
            row => row.RowKey.StartsWith("told|", StringComparison.Ordinal) ? row.GetString("Marks0") : null
        );
}
