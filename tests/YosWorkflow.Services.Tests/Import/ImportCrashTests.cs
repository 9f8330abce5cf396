using YosWorkflow.Services.Import;
using YosWorkflow.Services.Storage;
using YosWorkflow.Services.Tests.Chasing;
using YosWorkflow.TestKit;

namespace YosWorkflow.Services.Tests.Import;

/// <summary>An import that is killed at any of its storage requests, and done again, comes to what an undisturbed one does.</summary>
public sealed class ImportCrashTests(AzuriteFixture azurite)
{
    private static readonly ImportFiles Before = Csv.Files(
        Csv.Staff,
        Csv.Cases + "K4,West,CM1,yro,2011-06-01\r\n",
        Csv.Milestones + "K3,review,2011-07-01,CM1\r\n"
    );

    // A case moves, one is new and has milestones waiting, one changes, and milestones come for one that is not known yet.
    private static readonly ImportFiles After = Csv.Files(
        Csv.Staff.Replace("Sam", "Samuel", StringComparison.Ordinal),
        Csv.Lines(
            Csv.CasesHeader,
            "K1,East,CM1,yro_iss,2011-04-14",
            "K2,East,CM1,dto,2011-05-03",
            "K3,South,CM1,yro,2011-06-01",
            "K4,West,CM1,yro,2011-06-01"
        ),
        Csv.Milestones + "K1,review,2011-08-01,CM1\r\nK5,review,2011-08-01,CM1\r\n"
    );

    // One orchestration, however often its steps are killed and taken up again.
    private static readonly Guid Attempt = new("6d1f5c0e-2b7a-4c58-9d53-0a4f2e8b7c11");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Run_KilledAtAnyRequest_AndDoneAgain_IsAsIfNothingHadHappened(bool isSent)
    {
        var expected = await Stored.ContentsAsync(await DoneAsync());
        for (var fatal = 1; ; fatal++)
        {
            var prefix = await PreparedAsync();
            var dying = new DyingStorage(fatal, isSent);
            var killed = await Record.ExceptionAsync(() =>
                RunAsync(azurite.Storage(prefix, dying.Configure))
            );
            var report = await RunAsync(azurite.Storage(prefix));

            Assert.Equal(expected, await Stored.ContentsAsync(azurite.Storage(prefix)));
            Assert.Equal((4, 4), (report.Files.Cases.Read, report.Files.Milestones.Read));
            if (killed is null)
            {
                // It needed fewer requests than that.
                Assert.InRange(fatal, 15, 100);
                return;
            }
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Staged_KilledInAnyStepAndTakenUpAgain_IsAsThePlainImport(bool isSent)
    {
        var done = await DoneAsync();
        var expected = await Stored.ContentsAsync(done);
        var plain = (await new ImportRunTable(done).ReadAllAsync(Stop))[0].Report;
        for (var fatal = 1; ; fatal++)
        {
            var prefix = await PreparedAsync();
            var dying = new DyingStorage(fatal, isSent);
            var killed = await Record.ExceptionAsync(() =>
                StageAsync(new StagedImport(azurite.Storage(prefix, dying.Configure), TimeProvider.System))
            );
            var report = await StageAsync(new StagedImport(azurite.Storage(prefix), TimeProvider.System));

            Assert.Equal(expected, await Stored.ContentsAsync(azurite.Storage(prefix)));
            if (killed is null)
            {
                Assert.InRange(fatal, 25, 150);
                return;
            }

            // Until the plan is kept the whole is done again; from then on the report is the first one's.
            Assert.Equal(plain.Problems.AsEnumerable(), report.Problems);
        }
    }

    [Fact]
    public async Task Staged_AnUndisturbedImport_ReportsWhatThePlainOneDoes()
    {
        var done = await DoneAsync();
        var plain = (await new ImportRunTable(done).ReadAllAsync(Stop))[0].Report;
        var prefix = await PreparedAsync();
        var storage = azurite.Storage(prefix);

        var report = await StageAsync(new StagedImport(storage, TimeProvider.System));

        Assert.Equal(plain.Files, report.Files);
        Assert.Equal(plain.Problems.AsEnumerable(), report.Problems);
        // All but those that remove the staged files, when the report is written already.
        Assert.InRange(report.Transactions, storage.Transactions.Total - 5, storage.Transactions.Total);
    }

    [Fact]
    public async Task Staged_FilesThatAreRefused_AreNotStaged()
    {
        var storage = await azurite.NewStorageAsync(Stop);

        var staged = await new StagedImport(storage, TimeProvider.System).StageAsync(
            Csv.Files(cases: "nothing of the kind"),
            Stop
        );

        Assert.Null(staged.Id);
        Assert.True(staged.Refusal!.IsRefused);
        Assert.Empty(await Stored.VersionsAsync(storage));
    }

    // As an orchestration does it: each step is tried until it is through.
    private static async Task<ImportReport> StageAsync(StagedImport import)
    {
        var staged = await import.StageAsync(After, Stop);
        var id = staged.Id!;
        var step = await import.PlanAsync(id, Attempt, Stop);
        var transactions = staged.Transactions + step.Transactions;
        while (step.EntitiesLeft > 0)
        {
            step = await import.WriteAsync(id, Stop);
            transactions += step.Transactions;
        }

        return await import.FinishAsync(id, transactions, Stop);
    }

    private static Task<ImportReport> RunAsync(TableStorage storage, ImportFiles? files = null) =>
        new CaseloadImport(storage, TimeProvider.System).RunAsync(files ?? After, progress: null, Stop);

    private async Task<TableStorage> DoneAsync()
    {
        var storage = azurite.Storage(await PreparedAsync());
        await RunAsync(storage);
        return storage;
    }

    private async Task<string> PreparedAsync()
    {
        var prefix = azurite.NewPrefix();
        var storage = azurite.Storage(prefix);
        foreach (
            var name in new[]
            {
                TableName.People,
                TableName.Cases,
                TableName.Chasing,
                TableName.Runs,
                TableName.Imports,
            }
        )
        {
            await storage.Table(name).CreateIfNotExistsAsync(Stop);
        }

        await RunAsync(storage, Before);
        return prefix;
    }
}
