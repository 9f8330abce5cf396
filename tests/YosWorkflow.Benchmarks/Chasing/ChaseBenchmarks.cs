using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Services.Delivery;
using YosWorkflow.Services.Settings;
using YosWorkflow.Services.Storage;
using YosWorkflow.TestKit;

namespace YosWorkflow.Benchmarks.Chasing;

/// <summary>
/// A first morning's chase on Azurite, beside the same entities read and written by the bare client in the same transactions.
/// Messages are accepted at once. Each run has tables of its own.
/// </summary>
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 5, iterationCount: 9, invocationCount: 1)]
[MemoryDiagnoser]
public class ChaseBenchmarks
{
    private static readonly CancellationToken Never = CancellationToken.None;

    private AzuriteProcess azurite = null!;
    private Staff staff = null!;
    private IReadOnlyList<Case> cases = [];
    private TableStorage storage = null!;
    private RawChase raw = null!;
    private int prefixes;

    [Params(650, 10_000, 100_000)]
    public int Cases { get; set; }

    [GlobalSetup(Target = nameof(Chase))]
    public async Task PrepareAsync()
    {
        azurite = await AzuriteProcess.StartAsync(Never);
        (staff, cases) = GrownService.Of(Cases);
    }

    [GlobalSetup(Target = nameof(RawReadsAndWrites))]
    public async Task PrepareRawAsync()
    {
        await PrepareAsync();
        await SeedAsync();
        await ChaseAsync(storage);
        raw = await RawChase.OfAsync(storage, Never);
    }

    [IterationSetup]
    public void Seed() => SeedAsync().GetAwaiter().GetResult();

    [IterationCleanup]
    public void Report()
    {
        Console.WriteLine($"// transactions: {storage.Transactions.Total}");
        storage.DeleteTablesAsync(Never).GetAwaiter().GetResult();
    }

    [GlobalCleanup]
    public async Task CleanAsync() => await azurite.DisposeAsync();

    [Benchmark]
    public Task<ChaseReport> Chase() => ChaseAsync(storage);

    [Benchmark(Baseline = true)]
    public Task RawReadsAndWrites() => raw.ExecuteAsync(storage, Never);

    private static async Task<ChaseReport> ChaseAsync(TableStorage storage)
    {
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddYosServices(SettingsReader.Read(new ConfigurationBuilder().Build()))
            .AddSingleton(storage)
            .AddSingleton<IEmailSender, Accepting>()
            .AddSingleton<ITeamsSender, Accepting>()
            .BuildServiceProvider();
        var report = await services
            .GetRequiredService<ChaseDay>()
            .ExecuteAsync(Kent2011.AsOf, dryRun: false, Never);
        return report.Told.Length > 0 && report.FailedTeams.IsEmpty
            ? report
            : throw new InvalidOperationException("The chase did not tell what it should.");
    }

    // The seeding is counted by a storage of its own, so that the one that is measured counts the chase alone.
    private async Task SeedAsync()
    {
        var prefix = $"b{++prefixes}x";
        var seeding = TableStorage.FromConnectionString(azurite.ConnectionString, prefix);
        await seeding.EnsureTablesAsync(Never);
        await SeededCaseload.WriteAsync(seeding, staff, cases, Never);
        storage = TableStorage.FromConnectionString(azurite.ConnectionString, prefix);
    }
}
