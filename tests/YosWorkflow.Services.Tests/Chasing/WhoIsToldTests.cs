using CsCheck;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Core.Standards;
using YosWorkflow.Services.Delivery;
using YosWorkflow.TestKit;

namespace YosWorkflow.Services.Tests.Chasing;

/// <summary>Who is told of what, held against the contract's words over generated services.</summary>
public sealed class WhoIsToldTests(AzuriteFixture azurite)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Execute_Kent2011_TellsWhatTheLadderSaysAndNothingElse()
    {
        using var world = await ChaseWorld.StartAsync(azurite, Kent2011.Staff, Kent2011.Cases);

        var report = await world.ChaseAsync(Kent2011.AsOf);

        Assert.Equal(LadderOracle.LinesOf(Kent2011.Staff, Kent2011.Cases, Kent2011.AsOf), report.Lines());
    }

    [Fact]
    public async Task Execute_AnyService_TellsWhatTheLadderSaysToThoseWhoCanBeTold() =>
        await GenService.Service.SampleAsync(
            async service =>
            {
                using var world = await ChaseWorld.StartAsync(azurite, service.Staff, service.Cases);

                var report = await world.ChaseAsync(Small.Day);

                var ofAdministrators = report.Told.Where(told => !told.Items.IsEmpty);
                Assert.Equal(
                    LadderOracle.LinesOf(service.Staff, service.Cases, Small.Day),
                    (report with { Told = [.. ofAdministrators] }).Lines()
                );
            },
            iter: 25,
            threads: 1
        );

    [Fact]
    public async Task Execute_AnyService_OverSomeDays_ShowsNobodyWhatIsNotTheirs() =>
        await GenService.Service.SampleAsync(
            async service =>
            {
                using var world = await ChaseWorld.StartAsync(azurite, service.Staff, service.Cases);
                for (var day = Small.Day; day < Small.Day.AddDays(4); day = day.AddDays(1))
                {
                    await world.MorningAsync(day);
                    await AssertOnlyTheirsAsync(world, service, day);
                }

                Assert.Equal(world.Post.Received.Distinct(), world.Post.Received);
                await AssertNothingTwiceAsync(world);
            },
            iter: 15,
            threads: 1
        );

    private static async Task AssertOnlyTheirsAsync(ChaseWorld world, GeneratedService service, DateOnly day)
    {
        var cases = service.Cases.ToDictionary(one => one.CaseRef, StringComparer.Ordinal);
        foreach (var digest in await world.Get<DigestTable>().ReadDayAsync(day, Stop))
        {
            if (digest.State == DigestState.Sent)
            {
                Assert.True(service.Staff.Find(digest.Key.PersonId)!.Active, $"{digest.Key} is not at work.");
            }

            foreach (var item in digest.Items)
            {
                Assert.Contains(digest.Key.PersonId, ConcernedBy(service.Staff, cases[item.CaseRef], item));
            }
        }
    }

    // Who owes it, supervises, manages, heads the service, or stands in for one of them; by name of the part if nobody has it.
    private static IEnumerable<string> ConcernedBy(Staff staff, Case supervised, NoticeItem item)
    {
        var rule = StandardsPacks.Load("kent-2011").Find(item.RuleId)!;
        StaffMember?[] parts =
        [
            rule.OwedBy == StaffRole.CaseManager ? staff.Find(supervised.CaseManagerId) : null,
            staff.PracticeSupervisorOf(supervised),
            staff.TeamManagerOf(supervised),
            staff.HeadOfService,
        ];
        return parts
            .OfType<StaffMember>()
            .SelectMany(part => new[] { part.StaffId, staff.Receiving(part)?.StaffId ?? part.StaffId })
            .Append(supervised.CaseManagerId)
            .Concat(Core.Codes<Audience>.All);
    }

    private static async Task AssertNothingTwiceAsync(ChaseWorld world)
    {
        var all = await world
            .Get<DigestTable>()
            .ReadSinceAsync(Small.Day, Enum.GetValues<DigestState>(), Stop);
        var told = all.SelectMany(digest =>
                digest.Items.Select(item =>
                    (
                        digest.Key.PersonId,
                        digest.Key.Channel,
                        item.CaseRef,
                        item.RuleId,
                        item.ClockStarted,
                        item.Step
                    )
                )
            )
            .Where(one => one.Step is not (ChaseStep.Escalated))
            .ToArray();
        Assert.Equal(told.Distinct(), told);
    }
}
