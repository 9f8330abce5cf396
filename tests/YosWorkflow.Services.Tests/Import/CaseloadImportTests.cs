using YosWorkflow.Core.Caseload;
using YosWorkflow.Services.Import;
using YosWorkflow.Services.Storage;
using YosWorkflow.TestKit;

namespace YosWorkflow.Services.Tests.Import;

public sealed class CaseloadImportTests(AzuriteFixture azurite)
{
    private static readonly ImportFiles Kent = new(
        ImportFile.At(Kent2011.StaffPath),
        ImportFile.At(Kent2011.CasesPath),
        ImportFile.At(Kent2011.MilestonesPath)
    );

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_Kent2011Twice_AddsAllAndThenWritesNothing()
    {
        var storage = await azurite.NewStorageAsync(Stop);

        var first = await RunAsync(storage, Kent);
        var rows = await Stored.VersionsAsync(storage);
        var second = await RunAsync(storage, Kent);

        Assert.Equal(
            new ImportCounts(new(57, 57, 0, 0, 0), new(1064, 1064, 0, 0, 0), new(6040, 6040, 0, 0, 0)),
            first.Files
        );
        Assert.Equal(
            new ImportCounts(new(57, 0, 0, 57, 0), new(1064, 0, 0, 1064, 0), new(6040, 0, 0, 6040, 0)),
            second.Files
        );
        Assert.Empty(first.Problems);
        Assert.Empty(second.Problems);
        Assert.Equal(rows, await Stored.VersionsAsync(storage));
        Assert.Equal(Kent2011.Staff.Members.AsEnumerable(), (await Stored.StaffAsync(storage)).Members);
        CaseAssert.Same(Kent2011.Cases, await Stored.CasesAsync(storage));
    }

    [Fact]
    public async Task Run_FilesWithWrongRows_TakesInTheRestAndKeepsTheReport()
    {
        var storage = await azurite.NewStorageAsync(Stop);
        var files = Csv.Files(
            Csv.Staff,
            Csv.Cases + "K3,East,CM1,yro,31/02/2011\r\n",
            Csv.Milestones + "K1,asset_start,next week,\r\nK1,no_such_thing,2011-05-01,\r\n"
        );

        var report = await RunAsync(storage, files);

        Assert.Equal(
            new ImportCounts(new(2, 2, 0, 0, 0), new(3, 2, 0, 0, 1), new(4, 2, 0, 0, 2)),
            report.Files
        );
        Assert.Equal(3, report.Problems.Length);
        Assert.Equal(["K1", "K2"], (await Stored.CasesAsync(storage)).Select(one => one.CaseRef).Order());
        var kept = Assert.Single(await new ImportRunTable(storage).ReadAllAsync(Stop));
        Assert.Equal(report.Problems.AsEnumerable(), kept.Report.Problems);
    }

    [Fact]
    public async Task Run_AFileThatIsRefused_ChangesNothingWhateverTheOthersSay()
    {
        var storage = await azurite.NewStorageAsync(Stop);
        await RunAsync(storage, Csv.Files(Csv.Staff, Csv.Cases, Csv.Milestones));
        var rows = await Stored.VersionsAsync(storage);

        var report = await RunAsync(
            storage,
            Csv.Files(
                Csv.Staff.Replace("Sam", "Samuel", StringComparison.Ordinal),
                "case_ref,team\r\nK9,East",
                Csv.Milestones
            )
        );

        Assert.True(report.IsRefused);
        Assert.Equal(ImportCounts.None, report.Files);
        Assert.Equal(3, report.Problems.Length);
        Assert.Equal(rows, await Stored.VersionsAsync(storage));
    }

    [Fact]
    public async Task Run_ChangedRows_AreCountedAndWritten()
    {
        var storage = await azurite.NewStorageAsync(Stop);
        await RunAsync(storage, Csv.Files(Csv.Staff, Csv.Cases, Csv.Milestones));

        var report = await RunAsync(
            storage,
            Csv.Files(
                Csv.Staff.Replace("Sam Ward", "Sam Ward-Lowe", StringComparison.Ordinal),
                Csv.Cases.Replace("2011-05-03", "2011-05-04", StringComparison.Ordinal),
                Csv.Milestones + "K1,review,2011-07-01,CM1\r\n"
            )
        );

        Assert.Equal(
            new ImportCounts(new(2, 0, 1, 1, 0), new(2, 0, 1, 1, 0), new(3, 1, 0, 2, 0)),
            report.Files
        );
        var cases = (await Stored.CasesAsync(storage)).ToDictionary(one => one.CaseRef);
        Assert.Equal(new DateOnly(2011, 5, 4), cases["K2"].OrderMadeOn);
        Assert.Equal(MilestoneKind.CustodyPlanning, Assert.Single(cases["K2"].Milestones).Kind);
        Assert.Equal(2, cases["K1"].Milestones.Length);
    }

    [Fact]
    public async Task Run_AFileThatLacksAnOptionalColumn_LeavesWhatIsKnownOfIt()
    {
        var storage = await azurite.NewStorageAsync(Stop);
        await RunAsync(
            storage,
            Csv.Files(
                cases: Csv.Lines(Csv.CasesHeader + ",closed_on", "K1,East,CM1,yro,2011-04-14,2011-06-01")
            )
        );

        await RunAsync(storage, Csv.Files(cases: Csv.Lines(Csv.CasesHeader, "K1,East,CM2,yro,2011-04-14")));
        var kept = Assert.Single(await Stored.CasesAsync(storage));
        await RunAsync(
            storage,
            Csv.Files(cases: Csv.Lines(Csv.CasesHeader + ",closed_on", "K1,East,CM2,yro,2011-04-14,"))
        );
        var opened = Assert.Single(await Stored.CasesAsync(storage));

        Assert.Equal(new DateOnly(2011, 6, 1), kept.ClosedOn);
        Assert.Equal("CM2", kept.CaseManagerId);
        Assert.Null(opened.ClosedOn);
    }

    [Fact]
    public async Task Run_MilestonesBeforeTheirCase_WaitForItAndJoinIt()
    {
        var storage = await azurite.NewStorageAsync(Stop);

        var early = await RunAsync(storage, Csv.Files(milestones: Csv.Milestones));
        var again = await RunAsync(storage, Csv.Files(milestones: Csv.Milestones));
        var late = await RunAsync(storage, Csv.Files(Csv.Staff, Csv.Cases));

        Assert.Equal(new FileCounts(2, 2, 0, 0, 0), early.Files.Milestones);
        Assert.Equal(new FileCounts(2, 0, 0, 2, 0), again.Files.Milestones);
        Assert.Empty(late.Problems);
        Assert.All(await Stored.CasesAsync(storage), one => Assert.Single(one.Milestones));
        Assert.Empty(await UnplacedMilestones.ReadAllAsync(storage, Stop));
    }

    [Fact]
    public async Task Run_ACaseThatChangesTeams_MovesWithEverythingOfIt()
    {
        var storage = await azurite.NewStorageAsync(Stop);
        await RunAsync(storage, Csv.Files(Csv.Staff, Csv.Cases, Csv.Milestones));

        var report = await RunAsync(
            storage,
            Csv.Files(cases: Csv.Cases.Replace("K2,West", "K2,East", StringComparison.Ordinal))
        );

        Assert.Equal(new FileCounts(2, 0, 1, 1, 0), report.Files.Cases);
        var cases = await Stored.CasesAsync(storage);
        Assert.Equal(["K1 East", "K2 East"], cases.Select(one => $"{one.CaseRef} {one.Team}").Order());
        Assert.All(cases, one => Assert.Single(one.Milestones));
    }

    [Fact]
    public async Task Run_TheSameFilesByTwoAtOnce_AreAsOne()
    {
        var alone = await azurite.NewStorageAsync(Stop);
        await RunAsync(alone, Kent);
        var prefix = azurite.NewPrefix();
        await azurite.Storage(prefix).EnsureTablesAsync(Stop);

        await Task.WhenAll(RunAsync(azurite.Storage(prefix), Kent), RunAsync(azurite.Storage(prefix), Kent));

        Assert.Equal(await Stored.ContentsAsync(alone), await Stored.ContentsAsync(azurite.Storage(prefix)));
    }

    [Fact]
    public async Task Run_ByTwoAtOnceThatPutANewCaseIntoDifferentTeams_LeavesItInOneWithAllItsMilestones()
    {
        var prefix = azurite.NewPrefix();
        await azurite.Storage(prefix).EnsureTablesAsync(Stop);
        var east = Csv.Files(Csv.Staff, Csv.Cases, "case_ref,milestone,completed_on\r\nK1,review,2011-07-01");
        var west = Csv.Files(
            Csv.Staff,
            Csv.Cases.Replace("K1,East", "K1,West", StringComparison.Ordinal),
            "case_ref,milestone,completed_on\r\nK1,review,2011-08-01"
        );
        // Both have read that there is nothing before either writes.
        await SeededCaseload.WriteAsync(
            azurite.Storage(prefix),
            Staff.None,
            [CaseIn("East", "2011-07-01")],
            Stop
        );
        await SeededCaseload.WriteAsync(
            azurite.Storage(prefix),
            Staff.None,
            [CaseIn("West", "2011-08-01")],
            Stop
        );

        await RunAsync(azurite.Storage(prefix), east);
        await RunAsync(azurite.Storage(prefix), west);

        var one = Assert.Single(
            await Stored.CasesAsync(azurite.Storage(prefix)),
            found => found.CaseRef == "K1"
        );
        Assert.Equal("West", one.Team);
        Assert.Equal(2, one.Milestones.Length);
    }

    private static Case CaseIn(string team, string reviewedOn) =>
        new()
        {
            CaseRef = "K1",
            Team = team,
            CaseManagerId = "CM1",
            OrderType = OrderType.Yro,
            OrderMadeOn = new DateOnly(2011, 4, 14),
            Milestones = [new CompletedMilestone(MilestoneKind.Review, Core.IsoDate.Parse(reviewedOn), null)],
        };

    private static Task<ImportReport> RunAsync(TableStorage storage, ImportFiles files) =>
        new CaseloadImport(storage, TimeProvider.System).RunAsync(files, progress: null, Stop);
}
