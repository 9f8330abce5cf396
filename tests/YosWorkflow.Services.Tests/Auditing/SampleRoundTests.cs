using System.Security.Cryptography;
using System.Text;
using YosWorkflow.Core.Audits;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Core.Calendar;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Services.Storage;
using YosWorkflow.Services.Tests.Chasing;
using YosWorkflow.TestKit;

namespace YosWorkflow.Services.Tests.Auditing;

public sealed class SampleRoundTests(AzuriteFixture azurite)
{
    private static readonly RoundId October = new("golden-thread", new(2011, 10, 1));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Execute_Kent2011_DrawsByTheContractsRulesAndAllocatesByThem()
    {
        using var world = await KentAsync();

        var sampled = AuditService.Done(await SampleAsync(world, new(October, Kent2011.AsOf)));

        // The frame once more, by the words of the contract.
        var limit = Limit.Parse("15wd");
        var frame = Kent2011
            .Cases.Where(one =>
                one.OrderMadeOn <= Kent2011.AsOf
                && (one.ClosedOn is not { } closed || closed > Kent2011.AsOf)
                && (one.OrderEndsOn is not { } ends || ends >= Kent2011.AsOf)
                && limit.DueFrom(one.OrderMadeOn, WorkingDayCalendar.EnglandAndWales) <= Kent2011.AsOf
            )
            .ToDictionary(one => one.CaseRef, StringComparer.Ordinal);
        var report = sampled.Report;
        Assert.Equal(frame.Count, report.FrameSize);
        Assert.Equal(Math.Max(20, (int)Math.Ceiling(frame.Count * 0.2)), report.Size);
        Assert.Equal(
            Hex(string.Concat(frame.Keys.Order(StringComparer.Ordinal).Select(caseRef => caseRef + "\n"))),
            report.FrameHash
        );
        foreach (var stratum in report.Strata)
        {
            Assert.Equal(
                frame
                    .Values.Where(one => one.Team == stratum.Name)
                    .OrderBy(one => Hex($"{report.Seed}|{one.CaseRef}"), StringComparer.Ordinal)
                    .Take(stratum.Drawn)
                    .Select(one => one.CaseRef)
                    .Order(StringComparer.Ordinal),
                report.Cases.Where(one => one.Stratum == stratum.Name).Select(one => one.CaseRef)
            );
        }

        Assert.Empty(report.Unallocated);
        AssertAllocatedFairly(report, frame);
    }

    [Fact]
    public async Task Execute_TheSameMonthTwice_GivesTheFirst()
    {
        using var world = await StartAsync();
        var first = await world.SampleAsync(AuditService.Request(seed: null));

        var second = await world.SampleAsync(AuditService.Request(size: 20, seed: "another"));

        Assert.True(first.IsNew);
        Assert.False(second.IsNew);
        Assert.Contains("this is that draw", second.Notes.Single(), StringComparison.Ordinal);
        Assert.Equivalent(first.Report, second.Report, strict: true);
        Assert.Equal(32, first.Report.Seed.Length);
    }

    [Fact]
    public async Task Execute_TwoAtOnceWithSeedsOfTheirOwn_AreAsOne()
    {
        using var one = await StartAsync();
        using var other = new ChaseWorld(one.Storage, ChaseWorld.ClockOn(AuditService.Day), new PostBox());

        var both = await Task.WhenAll(
            one.SampleAsync(AuditService.Request(seed: null)),
            other.SampleAsync(AuditService.Request(seed: null))
        );

        Assert.Equivalent(both[0].Report, both[1].Report, strict: true);
        Assert.Equivalent(
            both[0].Report with
            {
                Frame = null,
            },
            (await one.Get<ReadRound>().PublishAsync(AuditService.Round, Stop))! with
            {
                Frame = null,
            },
            strict: true
        );
    }

    [Fact]
    public async Task Execute_DryRun_SaysTheSameAndWritesNothing()
    {
        using var world = await StartAsync();

        var dry = AuditService.Done(
            await world.Get<SampleRound>().ExecuteAsync(AuditService.Request(), dryRun: true, Stop)
        );

        Assert.Empty(await world.RowsAsync(TableName.Audits, _ => ""));
        var drawn = await world.SampleAsync();
        Assert.Equivalent(dry.Report, drawn.Report, strict: true);
    }

    [Fact]
    public async Task Execute_MoreThanTheFrame_DrawsAllAndSaysSo()
    {
        using var world = await StartAsync();

        var sampled = await world.SampleAsync(AuditService.Request(size: 31));

        Assert.Equal((30, 30), (sampled.Report.FrameSize, sampled.Report.Size));
        Assert.Contains("fewer than the 31", sampled.Notes.Single(), StringComparison.Ordinal);
        Assert.Equal(0, sampled.Round.HalfWidth);
    }

    [Theory]
    [InlineData("golden-thread", "2011-11-01", null, null, AuditFault.NotAllowed, "No case is in the frame")]
    [InlineData("platinum-thread", "2012-11-01", null, null, AuditFault.NotFound, "golden-thread, health")]
    [InlineData("health", "2012-11-01", 5, null, AuditFault.NotAllowed, "is a census")]
    [InlineData("golden-thread", "2012-11-01", null, "a\nb", AuditFault.NotAllowed, "control character")]
    public async Task Execute_WhatCannotBeDrawn_IsRefusedAndNothingKept(
        string programmeId,
        string asOf,
        int? size,
        string? seed,
        AuditFault fault,
        string reason
    )
    {
        using var world = await ChaseWorld.StartAsync(azurite, AuditService.Staff, []);
        var request = new SampleRequest(
            new RoundId(programmeId, AuditService.Day),
            DateOnly.Parse(asOf, System.Globalization.CultureInfo.InvariantCulture)
        )
        {
            Size = size is { } number ? SampleSize.Of(number) : null,
            Seed = seed,
        };

        var refusal = AuditService.Refused(await SampleAsync(world, request));

        Assert.Equal(fault, refusal.Fault);
        Assert.Contains(reason, refusal.Reason, StringComparison.Ordinal);
        Assert.Empty(await world.RowsAsync(TableName.Audits, _ => ""));
    }

    [Fact]
    public async Task Execute_TheNextMonths_LeaveOutWhatWasAuditedLately()
    {
        using var world = await StartAsync();
        var november = await world.SampleAsync();
        var december = await world.SampleAsync(Month(new(2011, 12, 1)));
        var june = await world.SampleAsync(Month(new(2012, 6, 1)));

        Assert.Equal(24, december.Report.FrameSize);
        Assert.Empty(Refs(december).Intersect(Refs(november)));
        // November's count again from May, December's from June.
        Assert.Equal(30, june.Report.FrameSize);
    }

    [Fact]
    public async Task Execute_WhatAClosedRoundWasMissing_CanBeDrawnAgain()
    {
        using var world = await StartAsync();
        var november = await world.SampleAsync();
        await world.SubmitAsync(november.Report.Cases[0].CaseRef, new(2011, 11, 10));
        AuditService.Done(
            await world.Get<CloseRound>().ExecuteAsync(AuditService.Round, new(2011, 11, 30), Stop)
        );

        var december = await world.SampleAsync(Month(new(2011, 12, 1)));

        Assert.Equal(29, december.Report.FrameSize);
    }

    [Fact]
    public async Task Execute_WithWeights_RecordsThemAndCanBeChecked()
    {
        using var world = await ChaseWorld.StartAsync(
            azurite,
            AuditService.Staff,
            AuditService.Cases.Select((one, n) => n % 5 == 0 ? one with { RoshLevel = RiskLevel.High } : one)
        );

        var sampled = await world.SampleAsync(
            AuditService.Request(size: 12) with
            {
                Weights = new SampleWeights(4, 1),
            }
        );

        Assert.Equal(
            [4, 4, 4],
            sampled
                .Report.Strata.Where(one => one.Name.EndsWith("high risk", StringComparison.Ordinal))
                .Select(one => one.Weight ?? 1)
        );
        Assert.All(
            sampled.Report.Strata.Where(one => one.Weight is not null),
            one => Assert.Equal(one.Size, one.Drawn)
        );
        Assert.True((await world.Get<VerifyDraw>().ExecuteAsync(sampled.Report, Stop)).Holds);
    }

    [Fact]
    public async Task Execute_Referrals_AreEveryCaseReferredInTheMonth()
    {
        using var world = await ChaseWorld.StartAsync(
            azurite,
            AuditService.Staff,
            AuditService.Cases.Select(
                (one, n) =>
                    n switch
                    {
                        0 => one.Done(MilestoneKind.ScsReferral, "2011-10-05") with
                        {
                            ClosedOn = new(2011, 10, 20),
                        },
                        1 => one.Done(MilestoneKind.ScsReferral, "2011-10-31"),
                        2 => one.Done(MilestoneKind.ScsReferral, "2011-11-01"),
                        _ => one,
                    }
            )
        );

        var sampled = await world.SampleAsync(new(new("scs-referral", new(2011, 10, 1)), AuditService.Day));

        Assert.Equal(["A0", "A1"], Refs(sampled));
    }

    [Fact]
    public async Task Allocate_SecondMonth_AvoidsTheSameColleagues()
    {
        using var world = await StartAsync();
        var pairs = (await world.SampleAsync()).Report;
        var before = await world.Get<AuditTable>().FindAllocationAsync(AuditService.Round, Stop);
        var met = before!.Cases.Select(one => (one.Audit.ReaderId, one.CaseManagerId)).ToHashSet();

        var december = Month(new(2011, 12, 1));
        await world.SampleAsync(december);
        var after = await world.Get<AuditTable>().FindAllocationAsync(december.Round, Stop);

        Assert.Equal(6, pairs.Cases.Length);
        Assert.DoesNotContain(after!.Cases, one => met.Contains((one.Audit.ReaderId, one.CaseManagerId)));
    }

    [Fact]
    public async Task DrawDueRounds_OnTheFirstWorkingDays_DrawsOnce()
    {
        using var world = await StartAsync();
        var due = world.Get<DrawDueRounds>();

        var first = await due.ExecuteAsync(AuditService.Day, Stop);
        var again = await due.ExecuteAsync(AuditService.Day.AddDays(1), Stop);

        Assert.Equal(20, AuditService.Done(first.Single()).Report.Size);
        Assert.Empty(again);
        Assert.Empty(await due.ExecuteAsync(new(2011, 11, 14), Stop));
    }

    [Fact]
    public async Task DrawDueRounds_WhereNobodyCanAudit_DrawsNothing()
    {
        using var world = await ChaseWorld.StartAsync(
            azurite,
            new Staff(AuditService.Staff.Members.Select(member => member with { CanAudit = false })),
            AuditService.Cases
        );

        Assert.Empty(await world.Get<DrawDueRounds>().ExecuteAsync(AuditService.Day, Stop));
        Assert.Empty(await world.RowsAsync(TableName.Audits, _ => ""));
    }

    private static SampleRequest Month(DateOnly day) =>
        new(new("golden-thread", day), day) { Size = SampleSize.Of(6), Seed = "seed" };

    private static IEnumerable<string> Refs(SampledRound sampled) =>
        sampled.Report.Cases.Select(one => one.CaseRef);

    private static void AssertAllocatedFairly(SampleReport report, Dictionary<string, Case> frame)
    {
        foreach (var drawn in report.Cases)
        {
            var auditor = Kent2011.Staff.Find(drawn.AuditorId)!;
            var audited = frame[drawn.CaseRef];
            Assert.True(auditor is { CanAudit: true, Active: true });
            Assert.NotEqual(audited.Team, auditor.Team);
            Assert.NotEqual(audited.CaseManagerId, auditor.StaffId);
            Assert.NotEqual(Kent2011.Staff.PracticeSupervisorOf(audited)?.StaffId, auditor.StaffId);
        }

        var loads = Kent2011
            .Staff.Members.Where(member => member is { CanAudit: true, Active: true })
            .Select(member => report.Cases.Count(one => one.AuditorId == member.StaffId))
            .ToArray();
        Assert.InRange(loads.Max() - loads.Min(), 0, 1);
    }

    private static Task<AuditOutcome<SampledRound>> SampleAsync(ChaseWorld world, SampleRequest request) =>
        world.Get<SampleRound>().ExecuteAsync(request, dryRun: false, Stop);

    private Task<ChaseWorld> StartAsync() =>
        ChaseWorld.StartAsync(azurite, AuditService.Staff, AuditService.Cases, AuditService.Day);

    private Task<ChaseWorld> KentAsync() =>
        ChaseWorld.StartAsync(azurite, Kent2011.Staff, Kent2011.Cases, Kent2011.AsOf);

    private static string Hex(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
