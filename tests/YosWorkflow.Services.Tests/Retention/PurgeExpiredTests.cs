using Azure.Data.Tables;
using YosWorkflow.Core;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Services.Import;
using YosWorkflow.Services.Retention;
using YosWorkflow.Services.Storage;
using YosWorkflow.Services.Tests.Chasing;
using YosWorkflow.TestKit;

namespace YosWorkflow.Services.Tests.Retention;

/// <summary>What is old enough goes, all of it, and nothing else does. Today is 4 October 2011 unless a test says otherwise.</summary>
public sealed class PurgeExpiredTests(AzuriteFixture azurite)
{
    private static readonly DateTimeOffset Now = new(2011, 10, 4, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Execute_OfEverythingSomeOldEnough_PurgesThatAndNothingElse()
    {
        using var world = await SeedAsync();

        var report = await world.Get<PurgeExpired>().ExecuteAsync(dryRun: false, Stop);

        Assert.Equal(
            [
                "Cases North / open",
                "Cases North / over-2009-10-04",
                "Cases South / over-2010-01-01",
                "Chasing North / ack|open|initial-plan|2011-09-01|x",
                "Chasing North / notice|kept",
                "Chasing North / told|open",
                "Chasing North / told|over-2009-10-04",
                "Audits golden-thread|2005-10 / round",
                "Audits rounds / golden-thread|2005-10",
                "Digests 2010-10-04 / CM1|email",
                "Runs chase / 2010-10-04",
                "Runs import / new",
                "Imports unplaced / U2",
            ],
            (await RowsAsync(world)).Where(row =>
                !row.StartsWith("People", StringComparison.Ordinal)
                && !row.StartsWith("Runs purge", StringComparison.Ordinal)
            )
        );
        Assert.Equal(
            "cases 2, told 5, audit_rounds 252, digests 130, runs 2, unplaced_milestones 1",
            report.Summary()
        );
        Assert.Equal(
            "nothing",
            (await world.Get<PurgeExpired>().ExecuteAsync(dryRun: false, Stop)).Summary()
        );
    }

    [Fact]
    public async Task Execute_DryRun_SaysTheSameAndDeletesNothing()
    {
        using var world = await SeedAsync();
        var before = await RowsAsync(world);

        var said = await world.Get<PurgeExpired>().ExecuteAsync(dryRun: true, Stop);

        Assert.Equal(before, await RowsAsync(world));
        var done = await world.Get<PurgeExpired>().ExecuteAsync(dryRun: false, Stop);
        Assert.Equal(done.Kinds, said.Kinds);
    }

    [Fact]
    public async Task Execute_KilledAtAnyRequest_TheNextOneGoesOn()
    {
        using var calm = await SeedAsync();
        await calm.Get<PurgeExpired>().ExecuteAsync(dryRun: false, Stop);
        var expected = await RowsAsync(calm);
        var died = 0;
        for (var fatal = 3; fatal < 60; fatal += 7)
        {
            var prefix = azurite.NewPrefix();
            var storage = azurite.Storage(prefix);
            await storage.EnsureTablesAsync(Stop);
            using var world = await SeedAsync(storage);
            var dying = new DyingStorage(fatal, sendsIt: fatal % 2 == 0);
            using var killed = World(azurite.Storage(prefix, dying.Configure));
            try
            {
                await killed.Get<PurgeExpired>().ExecuteAsync(dryRun: false, Stop);
            }
            catch (KilledException)
            {
                died++;
            }

            await world.Get<PurgeExpired>().ExecuteAsync(dryRun: false, Stop);
            Assert.Equal(expected, await RowsAsync(world));
        }

        Assert.InRange(died, 3, 60);
    }

    [Fact]
    public async Task Delete_ARowChangedSinceItWasRead_StaysAndTheOthersGo()
    {
        var storage = await azurite.NewStorageAsync(Stop);
        var table = storage.Table(TableName.Digests);
        var read = new List<TableEntity>();
        foreach (var row in new[] { "a", "b", "gone" })
        {
            var answer = await table.AddEntityAsync(new TableEntity("day", row), Stop);
            read.Add(new TableEntity("day", row) { ETag = answer.Headers.ETag!.Value });
        }

        await table.UpsertEntityAsync(
            new TableEntity("day", "b") { ["New"] = true },
            cancellationToken: Stop
        );
        await table.DeleteEntityAsync("day", "gone", cancellationToken: Stop);

        Assert.Equal(1, await new RowPurge(dryRun: false).DeleteAsync(table, read, Stop));
        Assert.Equal("b", Assert.Single(await KeysAsync(table)).Row);
    }

    [Fact]
    public async Task Execute_NothingNewForYears_KeepsTheLastRunOfEachKind()
    {
        using var world = await SeedAsync(now: Now.AddYears(10));

        await world.Get<PurgeExpired>().ExecuteAsync(dryRun: false, Stop);

        Assert.Equal(
            ["chase 2010-10-04", "import new", "purge 2021-10-04T120000000Z"],
            (await KeysAsync(world.Storage.Table(TableName.Runs))).Select(row => $"{row.Partition} {row.Row}")
        );
    }

    [Fact]
    public async Task Execute_Done_IsKeptAmongTheRunsAndADryOneIsNot()
    {
        using var world = await SeedAsync();
        var runs = world.Get<PurgeRunTable>();

        await world.Get<PurgeExpired>().ExecuteAsync(dryRun: true, Stop);
        Assert.Empty(await runs.ReadSinceAsync(DateOnly.MinValue, Stop));
        var done = await world.Get<PurgeExpired>().ExecuteAsync(dryRun: false, Stop);

        var kept = Assert.Single(await runs.ReadSinceAsync(DateOnly.MinValue, Stop));
        Assert.Equal(Now, kept.At);
        Assert.Equal(done.Kinds, kept.Report.Kinds);
        Assert.Equal(done.Transactions, kept.Report.Transactions);
    }

    [Fact]
    public async Task Execute_YearsOfPurges_ThemselvesGoAfterAWhileLatestShownFirst()
    {
        var storage = await azurite.NewStorageAsync(Stop);
        foreach (var months in new[] { 0, 11, 13 })
        {
            using var world = World(storage, Now.AddMonths(months));
            await world.Get<PurgeExpired>().ExecuteAsync(dryRun: false, Stop);
        }

        Assert.Equal(
            [Now.AddMonths(13), Now.AddMonths(11)],
            (await new PurgeRunTable(storage).ReadSinceAsync(DateOnly.MinValue, Stop)).Select(run => run.At)
        );
        Assert.Single(
            await new PurgeRunTable(storage).ReadSinceAsync(
                DateOnly.FromDateTime(Now.AddMonths(12).DateTime),
                Stop
            )
        );
    }

    // Azurite's own clock says when a row was written, so the days are counted from the real today.
    [Theory]
    [InlineData(1, 3)]
    [InlineData(3, 0)]
    public async Task Execute_FilesThatNobodyCameBackFor_GoAfterADay(int days, int left)
    {
        var now = TimeProvider.System.GetUtcNow().AddDays(days);
        var storage = await azurite.NewStorageAsync(Stop);
        await StageAsync(storage, "report", "staff|00000", "staff|00001");

        using var world = World(storage, now);
        var said = await world.Get<PurgeExpired>().ExecuteAsync(dryRun: true, Stop);
        await world.Get<PurgeExpired>().ExecuteAsync(dryRun: false, Stop);

        Assert.Equal(3 - left, said.Kinds.Single(kind => kind.Kind == PurgedKind.StagedFiles).Rows);
        Assert.Equal(left, (await KeysAsync(storage.Table(TableName.Imports))).Count);
    }

    [Fact]
    public async Task Purge_AnImportThatWroteSomethingSince_KeepsAllOfIt()
    {
        var storage = await azurite.NewStorageAsync(Stop);
        await StageAsync(storage, "staff|00000");
        await Task.Delay(TimeSpan.FromMilliseconds(50), Stop);
        var written = await storage
            .Table(TableName.Imports)
            .GetEntityAsync<TableEntity>("hash", "staff|00000", cancellationToken: Stop);
        var between = written.Value.Timestamp!.Value.AddMilliseconds(1);
        await StageAsync(storage, "report");

        Assert.Equal(
            0,
            await new PurgeStaged(storage, new RowPurge(dryRun: false)).ExecuteAsync(between, Stop)
        );
        Assert.Equal(2, (await KeysAsync(storage.Table(TableName.Imports))).Count);
    }

    private static async Task StageAsync(TableStorage storage, params string[] rows)
    {
        foreach (var row in rows)
        {
            await storage.Table(TableName.Imports).AddEntityAsync(new TableEntity("hash", row), Stop);
        }
    }

    private static ChaseWorld World(TableStorage storage, DateTimeOffset? now = null) =>
        new(storage, new ImpatientClock(now ?? Now), new PostBox());

    private async Task<ChaseWorld> SeedAsync(TableStorage? storage = null, DateTimeOffset? now = null)
    {
        var world = World(storage ?? await azurite.NewStorageAsync(Stop), now);
        await SeededCaseload.WriteAsync(
            world.Storage,
            Small.Staff,
            [
                Over("North", "over-2009-10-02", "2009-10-02"),
                Over("North", "over-2009-10-03", "2009-10-03"),
                Over("North", "over-2009-10-04", "2009-10-04"),
                Over("South", "over-2010-01-01", "2010-01-01"),
                Small.Order("open", "North", "CM1", OrderType.Yro, "2008-01-01"),
            ],
            Stop
        );
        await AddAsync(
            world,
            TableName.Chasing,
            "North",
            "told|over-2009-10-02",
            "told|over-2009-10-03",
            "told|over-2009-10-04",
            "told|open",
            "ack|over-2009-10-02|initial-plan|2009-01-01|x",
            "ack|over-2009-10-02|initial-plan|2009-02-01|y",
            "ack|over-2009-10-03|initial-plan|2009-01-01|x",
            "ack|open|initial-plan|2011-09-01|x",
            "notice|kept"
        );
        await SeedAuditsAsync(world);
        await AddAsync(
            world,
            TableName.Digests,
            "2010-10-03",
            [.. Enumerable.Range(0, 130).Select(number => $"P{number:D3}|email")]
        );
        await AddAsync(world, TableName.Digests, "2010-10-04", "CM1|email");
        await AddAsync(world, TableName.Runs, "chase", "2010-10-03", "2010-10-04");
        foreach (var (id, day) in new[] { ("old", 3), ("new", 4) })
        {
            await world
                .Get<ImportRunTable>()
                .WriteAsync(
                    new ImportRun(
                        id,
                        new(2010, 10, day, 0, 0, 0, TimeSpan.Zero),
                        new(ImportCounts.None, [], 0)
                    ),
                    Stop
                );
        }

        foreach (var (caseRef, day) in new[] { ("U1", "2009-10-02"), ("U2", "2009-10-04") })
        {
            var done = new CompletedMilestone(MilestoneKind.Review, IsoDate.Parse(day), null);
            await world
                .Storage.Table(TableName.Imports)
                .AddEntityAsync(new UnplacedMilestones(caseRef, [done], default).ToEntity(), Stop);
        }

        return world;
    }

    private static async Task SeedAuditsAsync(ChaseWorld world)
    {
        foreach (var month in new[] { 9, 10 })
        {
            var round = new RoundId("golden-thread", new DateOnly(2005, month, 1));
            await world.Get<AuditTable>().ListRoundAsync(round, Stop);
        }

        await AddAsync(
            world,
            TableName.Audits,
            "golden-thread|2005-09",
            ["round", .. Enumerable.Range(0, 250).Select(number => $"case|K{number:D3}")]
        );
        await AddAsync(world, TableName.Audits, "golden-thread|2005-10", "round");
    }

    private static Case Over(string team, string caseRef, string lastDay) =>
        Small.Order(caseRef, team, "CM1", OrderType.Yro, "2008-01-01") with
        {
            OrderEndsOn = IsoDate.Parse(lastDay),
        };

    private static async Task AddAsync(
        ChaseWorld world,
        TableName table,
        string partition,
        params string[] rows
    )
    {
        var writes = rows.Select(row => new TableTransactionAction(
            TableTransactionActionType.Add,
            SchemaVersion.Stamp(new TableEntity(partition, row))
        ));
        foreach (var batch in EntityBatches.Cut(writes))
        {
            await world.Storage.Table(table).SubmitTransactionAsync(batch, Stop);
        }
    }

    private static async Task<List<string>> RowsAsync(ChaseWorld world)
    {
        var rows = new List<string>();
        foreach (
            var name in new[]
            {
                TableName.People,
                TableName.Cases,
                TableName.Chasing,
                TableName.Audits,
                TableName.Digests,
                TableName.Runs,
                TableName.Imports,
            }
        )
        {
            rows.AddRange(
                (await KeysAsync(world.Storage.Table(name))).Select(row =>
                    $"{name} {row.Partition} / {row.Row}"
                )
            );
        }

        return rows;
    }

    private static async Task<List<(string Partition, string Row)>> KeysAsync(TableClient table)
    {
        var keys = new List<(string, string)>();
        await foreach (var row in table.QueryAsync<TableEntity>(cancellationToken: Stop))
        {
            keys.Add((row.PartitionKey, row.RowKey));
        }

        return keys;
    }
}
