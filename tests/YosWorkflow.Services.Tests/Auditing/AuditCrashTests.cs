using Azure.Data.Tables;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Services.Storage;
using YosWorkflow.Services.Tests.Chasing;
using YosWorkflow.TestKit;

namespace YosWorkflow.Services.Tests.Auditing;

/// <summary>A step of a round that is killed at any of its storage requests, and done again, comes to what an undisturbed one does.</summary>
public sealed class AuditCrashTests(AzuriteFixture azurite)
{
    private static readonly DateOnly Later = new(2011, 11, 17);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Sample_KilledAtAnyRequest_AndDoneAgain_IsTheSameDrawAndAllocation(bool isSent) =>
        KillEverywhereAsync(isSent, prepare: _ => Task.CompletedTask, step: world => world.SampleAsync());

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Telling_KilledAtAnyRequest_AndDoneAgain_TellsEverybodyOnce(bool isSent) =>
        KillEverywhereAsync(
            isSent,
            prepare: world => world.SampleAsync(),
            step: world => MorningAsync(world, AuditService.Day, AuditService.Staff)
        );

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Midway_KilledAtAnyRequest_AndDoneAgain_ReplacesAndAsksOnce(bool isSent) =>
        KillEverywhereAsync(
            isSent,
            prepare: async world =>
            {
                await world.SampleAsync();
                await MorningAsync(world, AuditService.Day, AuditService.Staff);
                foreach (var drawn in (await world.ReadAsync()).Cases.Where(one => one.AuditorId != "CMA1"))
                {
                    await world.SubmitAsync(drawn.CaseRef, new(2011, 11, 16));
                }
            },
            step: world => MorningAsync(world, Later, AuditService.Without("CMA1"))
        );

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Closing_KilledAtAnyRequest_AndDoneAgain_NamesWhatIsMissingOnce(bool isSent) =>
        KillEverywhereAsync(
            isSent,
            prepare: async world =>
            {
                await world.SampleAsync();
                await MorningAsync(world, AuditService.Day, AuditService.Staff);
            },
            step: world => MorningAsync(world, new(2011, 12, 1), AuditService.Staff)
        );

    private static async Task MorningAsync(ChaseWorld world, DateOnly day, Staff staff)
    {
        await world.Get<AuditDay>().ExecuteAsync(day, staff, dryRun: false, Stop);
        await world.Get<ComposeDigests>().ExecuteAsync(day, staff, Stop);
    }

    private async Task KillEverywhereAsync(
        bool isSent,
        Func<ChaseWorld, Task> prepare,
        Func<ChaseWorld, Task> step
    )
    {
        using var undisturbed = await PreparedAsync(azurite.NewPrefix(), prepare);
        await step(undisturbed);
        await step(undisturbed);
        var expected = await StateAsync(undisturbed);
        for (var fatal = 1; ; fatal++)
        {
            var prefix = azurite.NewPrefix();
            using var prepared = await PreparedAsync(prefix, prepare);
            var dying = new DyingStorage(fatal, isSent);
            using (var killed = World(azurite.Storage(prefix, dying.Configure)))
            {
                await Record.ExceptionAsync(() => step(killed));
            }

            // Twice, since only what finds nothing left to tell lays a closed round to rest.
            await step(prepared);
            await step(prepared);

            Assert.Equal(expected, await StateAsync(prepared));
            if (!dying.Died)
            {
                Assert.InRange(fatal, 10, 100);
                return;
            }
        }
    }

    private async Task<ChaseWorld> PreparedAsync(string prefix, Func<ChaseWorld, Task> prepare)
    {
        var storage = azurite.Storage(prefix);
        foreach (
            var name in new[]
            {
                TableName.People,
                TableName.Cases,
                TableName.Chasing,
                TableName.Digests,
                TableName.Audits,
            }
        )
        {
            await storage.Table(name).CreateAsync(Stop);
        }

        await SeededCaseload.WriteAsync(storage, AuditService.Staff, AuditService.Cases, Stop);
        var world = World(storage);
        await prepare(world);
        return world;
    }

    private static ChaseWorld World(TableStorage storage) =>
        new(storage, ChaseWorld.ClockOn(AuditService.Day), new PostBox());

    // Everything that is kept, but for the storage's own properties.
    private static async Task<string[]> StateAsync(ChaseWorld world) =>
        [.. await world.RowsAsync(TableName.Audits, Text), .. await world.RowsAsync(TableName.Digests, Text)];

    private static string Text(TableEntity row) =>
        string.Join(
            ", ",
            row.Where(property => property.Key is not ("odata.etag" or "Timestamp"))
                .OrderBy(property => property.Key, StringComparer.Ordinal)
                .Select(property =>
                    $"{property.Key}: {(property.Value is byte[] bytes ? Convert.ToHexString(bytes) : property.Value)}"
                )
        );
}
