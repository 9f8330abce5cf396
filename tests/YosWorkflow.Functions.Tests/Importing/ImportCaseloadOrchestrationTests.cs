using Microsoft.DurableTask.Client;
using YosWorkflow.Functions.Importing;
using YosWorkflow.Functions.Tests.Engine;
using YosWorkflow.Services.Import;
using YosWorkflow.Services.Storage;
using YosWorkflow.TestKit;

namespace YosWorkflow.Functions.Tests.Importing;

public sealed class ImportCaseloadOrchestrationTests(AzuriteFixture azurite)
{
    // More than one step writes, so that there is a middle: the first a team and 49 pages of a hundred cases.
    private const int Cases = 5_500;

    private static readonly string Blanks = new(' ', 400);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_KentCaseload_DoesAndReportsWhatTheImportAtOnceDoes()
    {
        var storage = await azurite.NewStorageAsync(Stop);
        var atOnce = await new CaseloadImport(
            await azurite.NewStorageAsync(Stop),
            TimeProvider.System
        ).RunAsync(Kent(), progress: null, Stop);

        var ended = await RunAsync(storage, Kent(), new ImportSteps(storage));

        var summary = ended.ReadOutputAs<ImportSummary>()!;
        Assert.Equal(atOnce.Files, summary.Files);
        Assert.Equal(atOnce.Problems, summary.Problems);
        Assert.Equal(1064, summary.Files.Cases.Added);
        Assert.Empty(await StagedAsync(storage));
    }

    [Fact]
    public async Task Run_SameFilesAgain_ChangesNothing()
    {
        var storage = await azurite.NewStorageAsync(Stop);
        await using var engine = await DurableEngine.StartAsync(Stop);
        await using var worker = await DurableWorker.StartAsync(
            engine,
            new ImportSteps(storage).Register,
            Stop
        );
        await StartAsync(storage, Kent(), worker);

        var again = await StartAsync(storage, Kent(), worker);

        var files = again.ReadOutputAs<ImportSummary>()!.Files;
        Assert.Equal((0, 1064), (files.Cases.Added, files.Cases.Unchanged));
        Assert.Equal((0, 6040), (files.Milestones.Added, files.Milestones.Unchanged));
    }

    [Fact]
    public async Task Run_LargeFile_ShowsHowFarItIs()
    {
        var storage = await azurite.NewStorageAsync(Stop);
        var steps = new ImportSteps(storage);

        var ended = await RunAsync(storage, Large(), steps);

        Assert.Equal(
            [
                ("comparing", 0, 0),
                ("writing", 0, Cases + 1),
                ("writing", 4_901, Cases + 1),
                ("done", Cases + 1, Cases + 1),
            ],
            steps
                .Statuses.Append(ended.ReadCustomStatusAs<ImportStatus>()!)
                .Select(one => (one.Stage, one.Written, one.Total))
        );
    }

    [Fact]
    public async Task Run_StepThatDiesOnceItHasWritten_IsDoneAgainAndReportsWhatTheWholeDid()
    {
        var storage = await azurite.NewStorageAsync(Stop);
        var steps = new ImportSteps(storage) { DiesAfterWriting = 2 };

        var ended = await RunAsync(storage, Large(), steps);

        Assert.Equal(OrchestrationRuntimeStatus.Completed, ended.RuntimeStatus);
        Assert.Equal(0, steps.DiesAfterWriting);
        Assert.Equal(Cases, ended.ReadOutputAs<ImportSummary>()!.Files.Cases.Added);
        Assert.Equal(Cases, await CasesAsync(storage));
    }

    [Fact]
    public async Task Run_WorkerThatEndsInTheMiddle_IsTakenUpByAnother()
    {
        var storage = await azurite.NewStorageAsync(Stop);
        var before = new ImportSteps(storage) { DiesAfterWriting = 1 };
        await using var engine = await DurableEngine.StartAsync(Stop);
        string instance;
        await using (
            var worker = await DurableWorker.StartAsync(
                engine,
                before.Register,
                Stop,
                retryAfter: TimeSpan.FromSeconds(2)
            )
        )
        {
            instance = await ScheduleAsync(storage, Large(), worker);
            await before.Died.WaitAsync(TimeSpan.FromSeconds(60), Stop);
            // The failure has to reach the engine, which then waits with nothing under way.
            await Task.Delay(TimeSpan.FromSeconds(1), Stop);
        }

        await using var another = await DurableWorker.StartAsync(
            engine,
            new ImportSteps(storage).Register,
            Stop
        );
        var ended = await EndAsync(instance, another);

        Assert.Equal(Cases, ended.ReadOutputAs<ImportSummary>()!.Files.Cases.Added);
        Assert.Equal(Cases, await CasesAsync(storage));
    }

    [Fact]
    public async Task Run_StepThatKeepsFailing_FailsAndLeavesNoFilesBehind()
    {
        var storage = await azurite.NewStorageAsync(Stop);

        var ended = await RunAsync(storage, Kent(), new ImportSteps(storage) { DiesAfterWriting = 99 });

        Assert.Equal(OrchestrationRuntimeStatus.Failed, ended.RuntimeStatus);
        Assert.Empty(await StagedAsync(storage));
    }

    [Fact]
    public async Task Stage_WhileTheSameFilesAreImported_DisturbsNothing()
    {
        var storage = await azurite.NewStorageAsync(Stop);
        var steps = new ImportSteps(storage)
        {
            BeforeWriting = () => new StagedImport(storage, TimeProvider.System).StageAsync(Kent(), Stop),
        };

        var ended = await RunAsync(storage, Kent(), steps);

        Assert.Equal(1064, ended.ReadOutputAs<ImportSummary>()!.Files.Cases.Added);
    }

    private static ImportFiles Kent() =>
        new(
            ImportFile.At(Kent2011.StaffPath),
            ImportFile.At(Kent2011.CasesPath),
            ImportFile.At(Kent2011.MilestonesPath)
        );

    // Blanks at the end of a row make it long: it takes several chunks to stage it.
    private static ImportFiles Large() =>
        new(
            Cases: ImportFile.Of(
                System.Text.Encoding.UTF8.GetBytes(
                    "case_ref,team,case_manager_id,order_type,order_made_on\n"
                        + string.Concat(
                            Enumerable
                                .Range(0, Cases)
                                .Select(number => $"K{number},North,CM1,yro,2011-08-01{Blanks}\n")
                        )
                )
            )
        );

    private static async Task<OrchestrationMetadata> RunAsync(
        TableStorage storage,
        ImportFiles files,
        ImportSteps steps
    )
    {
        await using var engine = await DurableEngine.StartAsync(Stop);
        await using var worker = await DurableWorker.StartAsync(engine, steps.Register, Stop);
        steps.Client = worker.Client;
        return await StartAsync(storage, files, worker);
    }

    private static async Task<OrchestrationMetadata> StartAsync(
        TableStorage storage,
        ImportFiles files,
        DurableWorker worker
    ) => await EndAsync(await ScheduleAsync(storage, files, worker), worker);

    private static async Task<string> ScheduleAsync(
        TableStorage storage,
        ImportFiles files,
        DurableWorker worker
    )
    {
        var staged = await new StagedImport(storage, TimeProvider.System).StageAsync(files, Stop);
        var instance = ImportCaseloadOrchestration.InstanceId(staged.Id!);
        await worker.Client.StartUnlessAsync(
            DurableStart.UnderWay,
            ImportCaseloadOrchestration.Name,
            instance,
            staged.Id!,
            Stop
        );
        return instance;
    }

    private static Task<OrchestrationMetadata> EndAsync(string instance, DurableWorker worker) =>
        worker
            .Client.WaitForInstanceCompletionAsync(instance, getInputsAndOutputs: true, Stop)
            .WaitAsync(TimeSpan.FromSeconds(90), Stop);

    private static async Task<IReadOnlyList<string>> StagedAsync(TableStorage storage)
    {
        var rows = new List<string>();
        await foreach (
            var row in storage
                .Table(TableName.Imports)
                .QueryAsync<Azure.Data.Tables.TableEntity>(cancellationToken: Stop)
        )
        {
            rows.Add(row.RowKey);
        }

        return rows;
    }

    private static async Task<int> CasesAsync(TableStorage storage)
    {
        var cases = 0;
        await foreach (
            var page in new CaseloadTable(storage).ReadTeamAsync("North", new DateOnly(2011, 10, 4), Stop)
        )
        {
            cases += page.Count;
        }

        return cases;
    }
}
