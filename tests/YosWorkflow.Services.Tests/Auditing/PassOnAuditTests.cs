using System.Collections.Immutable;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Services.Storage;
using YosWorkflow.Services.Tests.Chasing;
using YosWorkflow.TestKit;

namespace YosWorkflow.Services.Tests.Auditing;

public sealed class PassOnAuditTests(AzuriteFixture azurite)
{
    private static readonly DateOnly Later = new(2011, 11, 7);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Give_ToSomebodyWhoMay_LiesWithThemKeepsTheReasonAndTellsBoth()
    {
        using var world = await DrawnAsync();
        await MorningAsync(world, AuditService.Day);
        var (item, to) = await OneToGiveAsync(world);
        var from = item.Case.Audit.ReaderId!;

        var given = AuditService.Done(await PassOnAsync(world, item.Case.CaseRef, to));

        Assert.Equal(to, Assert.Single(given).Audit.ReaderId);
        var now = (await StandingAsync(world, item.Case.CaseRef)).Case.Audit;
        Assert.Equal([from], now.Before);
        Assert.Equal([new HandOver(from, to, Later, "EPM1", "Too much on.")], now.HandOvers);
        var told = await MorningAsync(world, Later.AddDays(1));
        Assert.Contains($"{to} audit-return:golden-thread:2011-11:2 {item.Case.CaseRef}", told);
        Assert.Contains($"{from} audit-passed-on:golden-thread:2011-11 {item.Case.CaseRef}", told);
        Assert.Empty(await MorningAsync(world, Later.AddDays(2)));
    }

    [Fact]
    public async Task Give_SentAgain_ChangesNothing()
    {
        using var world = await DrawnAsync();
        var (item, to) = await OneToGiveAsync(world);
        await PassOnAsync(world, item.Case.CaseRef, to);

        AuditService.Done(await PassOnAsync(world, item.Case.CaseRef, to, from: item.Case.Audit.ReaderId));

        Assert.Single((await StandingAsync(world, item.Case.CaseRef)).Case.Audit.HandOvers);
    }

    [Fact]
    public async Task Give_ItLiesWithAnotherSinceItWasLookedAt_IsAConflictAndChangesNothing()
    {
        using var world = await DrawnAsync();
        var (item, to) = await OneToGiveAsync(world);

        var refusal = AuditService.Refused(await PassOnAsync(world, item.Case.CaseRef, to, from: "SOMEBODY"));

        Assert.Equal(AuditFault.Conflict, refusal.Fault);
        Assert.Equal(
            item.Case.Audit.ReaderId,
            (await StandingAsync(world, item.Case.CaseRef)).Case.Audit.ReaderId
        );
    }

    [Fact]
    public async Task Give_AgainstTheRules_IsRefusedWithTheRule()
    {
        using var world = await DrawnAsync();
        var (item, to) = await OneToGiveAsync(world);
        var caseRef = item.Case.CaseRef;

        Assert.Contains(
            "manages the case",
            AuditService.Refused(await PassOnAsync(world, caseRef, item.Case.CaseManagerId)).Reason,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "does not lead",
            AuditService.Refused(await PassOnAsync(world, caseRef, to, by: "CMA1")).Reason,
            StringComparison.Ordinal
        );
        Assert.Equal(
            AuditFault.NotFound,
            AuditService.Refused(await PassOnAsync(world, "NOTHERE", to)).Fault
        );
    }

    [Fact]
    public async Task Give_TheReturnIsIn_StaysWithItsAuditor()
    {
        using var world = await DrawnAsync();
        var (item, to) = await OneToGiveAsync(world);
        await world.SubmitAsync(item.Case.CaseRef, Later);

        Assert.Equal(
            AuditFault.Conflict,
            AuditService.Refused(await PassOnAsync(world, item.Case.CaseRef, to)).Fault
        );
    }

    [Fact]
    public async Task Give_WhatWasSavedStays_AndTheOldAuditorCannotHandItInAnyMore()
    {
        using var world = await DrawnAsync();
        var (item, to) = await OneToGiveAsync(world);
        var (caseRef, from) = (item.Case.CaseRef, item.Case.Audit.ReaderId!);
        var some = AuditService.Answers()[..3];
        await world
            .Get<SaveReturn>()
            .ExecuteAsync(AuditService.HandedIn(caseRef, false, false, some, by: from), Later, Stop);

        await PassOnAsync(world, caseRef, to);

        var late = await world
            .Get<SaveReturn>()
            .ExecuteAsync(
                AuditService.HandedIn(caseRef, false, true, AuditService.Answers(), 1, from),
                Later,
                Stop
            );
        Assert.Equal(AuditFault.NotAllowed, AuditService.Refused(late).Fault);
        Assert.Equal(3, (await StandingAsync(world, caseRef)).Return!.Answers.Length);
    }

    [Fact]
    public async Task Exchange_TwoCases_LeavesEverybodyWithAsManyAndIsDoneOnce()
    {
        using var world = await DrawnAsync();
        var before = await LoadsAsync(world);
        var (item, other) = await TwoToExchangeAsync(world);

        for (var again = 0; again < 2; again++)
        {
            AuditService.Done(
                await PassOnAsync(world, item.Case.CaseRef, to: null, with: other.Case.CaseRef)
            );
        }

        var (now, otherNow) = (
            await StandingAsync(world, item.Case.CaseRef),
            await StandingAsync(world, other.Case.CaseRef)
        );
        Assert.Equal(other.Case.Audit.ReaderId, now.Case.Audit.ReaderId);
        Assert.Equal(item.Case.Audit.ReaderId, otherNow.Case.Audit.ReaderId);
        Assert.Equal(before, await LoadsAsync(world));
    }

    [Fact]
    public async Task Give_TwoLeadsAtOnce_OneOfThemIsFirstAndNothingIsLost()
    {
        using var world = await DrawnAsync();
        var (item, _) = await OneToGiveAsync(world);
        var caseRef = item.Case.CaseRef;
        var found = await world.Get<PassOnAudit>().FindAsync(AuditService.Round, caseRef, Stop);
        var able = found!
            .Candidates.Where(one => one.WhyNot is null && one.Person.StaffId != item.Case.Audit.ReaderId)
            .Select(one => one.Person.StaffId)
            .ToArray();

        var outcomes = await Task.WhenAll(
            PassOnAsync(world, caseRef, able[0], from: item.Case.Audit.ReaderId, by: "EPM1"),
            PassOnAsync(world, caseRef, able[1], from: item.Case.Audit.ReaderId, by: "HOS1")
        );

        var done = Assert.Single(outcomes.OfType<AuditOutcome<ImmutableArray<SampledCase>>.Done>());
        var handed = Assert.Single((await StandingAsync(world, caseRef)).Case.Audit.HandOvers);
        Assert.Equal(done.Value[0].Audit.ReaderId, handed.ToId);
    }

    private async Task<ChaseWorld> DrawnAsync()
    {
        var world = await ChaseWorld.StartAsync(azurite, AuditService.Staff, AuditService.Cases);
        await world.SampleAsync();
        return world;
    }

    private static Task<AuditOutcome<ImmutableArray<SampledCase>>> PassOnAsync(
        ChaseWorld world,
        string caseRef,
        string? to,
        string? with = null,
        string? from = null,
        string by = "EPM1"
    ) =>
        world
            .Get<PassOnAudit>()
            .ExecuteAsync(
                new AskedHandOver(AuditService.Round, caseRef, by, to, with, "Too much on.", from),
                Later,
                Stop
            );

    private static async Task<(CaseStanding Item, string To)> OneToGiveAsync(ChaseWorld world)
    {
        var caseRef = (await world.ReadAsync()).Cases[0].CaseRef;
        var found = await world.Get<PassOnAudit>().FindAsync(AuditService.Round, caseRef, Stop);
        return (
            found!.Case,
            found
                .Candidates.First(one =>
                    one.WhyNot is null && one.Person.StaffId != found.Case.Case.Audit.ReaderId
                )
                .Person.StaffId
        );
    }

    private static async Task<(CaseStanding Item, CaseStanding Other)> TwoToExchangeAsync(ChaseWorld world)
    {
        foreach (var one in (await world.ReadAsync()).Cases)
        {
            var found = await world.Get<PassOnAudit>().FindAsync(AuditService.Round, one.CaseRef, Stop);
            if (found!.Exchanges is [var other, ..])
            {
                return (found.Case, other);
            }
        }

        throw new InvalidOperationException("No two cases can exchange their auditors.");
    }

    private static async Task<CaseStanding> StandingAsync(ChaseWorld world, string caseRef) =>
        (await world.Get<AuditTable>().ReadCaseAsync(AuditService.Round, caseRef, Stop))!.Cases[0].Standing;

    private static async Task<string[]> LoadsAsync(ChaseWorld world) =>
        [
            .. (await world.ReadAsync())
                .Cases.CountBy(one => one.AuditorId!)
                .Select(one => $"{one.Key} {one.Value}")
                .Order(StringComparer.Ordinal),
        ];

    private static async Task<string[]> MorningAsync(ChaseWorld world, DateOnly day) =>
        [
            .. (await world.Get<AuditDay>().ExecuteAsync(day, AuditService.Staff, false, Stop))
                .Notices.SelectMany(notice =>
                    notice.Items.Select(item => $"{notice.Digest.PersonId} {item.RuleId} {item.CaseRef}")
                )
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
}
