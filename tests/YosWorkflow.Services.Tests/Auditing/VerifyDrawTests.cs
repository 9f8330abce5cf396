using YosWorkflow.Services.Auditing;
using YosWorkflow.Services.Tests.Chasing;
using YosWorkflow.TestKit;

namespace YosWorkflow.Services.Tests.Auditing;

public sealed class VerifyDrawTests(AzuriteFixture azurite)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Execute_AKeptRound_HoldsThoughTheCaseloadHasChanged()
    {
        using var world = await StartAsync();
        var sampled = await world.SampleAsync();
        await world.PutAsync(
            AuditService.Cases[..10].Select(one => one with { ClosedOn = new DateOnly(2011, 10, 31) })
        );

        var check = await CheckAsync(world, sampled.Report);

        Assert.Equal((true, FrameOrigin.Kept, 30), (check.Holds, check.Origin, check.FrameSize));
    }

    [Fact]
    public async Task Execute_OneNeverKept_IsCheckedAgainstTheCaseload()
    {
        using var world = await StartAsync();
        var dry = await DryAsync(world);

        var before = await CheckAsync(world, dry);
        await world.PutAsync(
            AuditService.Cases[..1].Select(one => one with { ClosedOn = new DateOnly(2011, 10, 31) })
        );
        var after = await CheckAsync(world, dry);

        Assert.Equal((true, FrameOrigin.Caseload), (before.Holds, before.Origin));
        Assert.Contains(after.Faults, fault => fault.Contains("frame_hash", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Execute_PublishedWithItsFrame_NeedsNothingElse()
    {
        using var world = await StartAsync();
        await world.SampleAsync();
        var published = await world.Get<ReadRound>().PublishAsync(AuditService.Round, Stop);
        using var empty = await ChaseWorld.StartAsync(azurite, AuditService.Staff, []);

        var check = await CheckAsync(empty, published!);

        Assert.Equal((true, FrameOrigin.Published), (check.Holds, check.Origin));
    }

    [Fact]
    public async Task Execute_TamperedWith_SaysWhere()
    {
        using var world = await StartAsync();
        var report = (await world.SampleAsync()).Report;
        var taken = AuditService
            .Cases.Select(one => one.CaseRef)
            .First(caseRef => caseRef[0] == 'A' && report.Cases.All(one => one.CaseRef != caseRef));

        var swapped = await CheckAsync(
            world,
            report with
            {
                Cases = [new SampleCase(taken, "A", null), .. report.Cases[1..]],
            }
        );
        var reseeded = await CheckAsync(world, report with { Seed = "sead" });
        var shortened = await CheckAsync(world, report with { Cases = report.Cases[1..] });

        Assert.Equal(2, swapped.Faults.Length);
        Assert.All(swapped.Faults, fault => Assert.Contains("by this seed", fault, StringComparison.Ordinal));
        Assert.False(reseeded.Holds);
        Assert.Contains("5 cases are listed", shortened.Faults[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("platinum-thread", "2011-11")]
    [InlineData("golden-thread", "2011-13")]
    public async Task Execute_OfNoProgrammeOrMonth_IsAnError(string programme, string month)
    {
        using var world = await StartAsync();
        var dry = await DryAsync(world);

        await Assert.ThrowsAsync<FormatException>(() =>
            CheckAsync(world, dry with { Programme = programme, Month = month })
        );
    }

    private static async Task<SampleReport> DryAsync(ChaseWorld world) =>
        AuditService
            .Done(await world.Get<SampleRound>().ExecuteAsync(AuditService.Request(), dryRun: true, Stop))
            .Report;

    private static Task<CheckedDraw> CheckAsync(ChaseWorld world, SampleReport report) =>
        world.Get<VerifyDraw>().ExecuteAsync(report, Stop);

    private Task<ChaseWorld> StartAsync() =>
        ChaseWorld.StartAsync(azurite, AuditService.Staff, AuditService.Cases, AuditService.Day);
}
