using System.Collections.Immutable;
using YosWorkflow.Core.Audits;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Auditing;

/// <summary>
/// Settles who audits what. The whole allocation is inserted at once, then made into the sample's cases, then the round is
/// opened: stopped anywhere and done again, it goes on with the allocation that was settled, whoever has come or gone since.
/// </summary>
public sealed class AllocateRound(
    CaseloadTable caseload,
    AuditTable audits,
    DrawnSamples samples,
    AuditSettings settings
)
{
    private const string Gone = "The case is no longer in the caseload.";

    /// <summary>Allocates a round that is drawn. Done again, it gives the same.</summary>
    public async Task<AuditOutcome<RoundAllocation>> ExecuteAsync(
        RoundId id,
        CancellationToken cancellationToken
    )
    {
        if (await audits.FindRoundAsync(id, cancellationToken) is not { } read)
        {
            return AuditOutcome<RoundAllocation>.No(AuditFault.NotFound, $"{id} has not been drawn.");
        }

        var settled = await SettledAsync(read.Round, cancellationToken);
        if (read.Round.State == RoundState.Drawn)
        {
            await audits.InsertCasesAsync(id, settled.Cases, cancellationToken);
            _ = await audits.TryMoveOnAsync(
                read.Round with
                {
                    State = RoundState.Open,
                },
                read.ETag,
                cancellationToken
            );
        }

        return new AuditOutcome<RoundAllocation>.Done(settled);
    }

    /// <summary>The allocation that a draw has, or would get now, without writing any.</summary>
    public async Task<RoundAllocation> PreviewAsync(
        AuditRound round,
        Draw draw,
        CancellationToken cancellationToken
    ) =>
        await audits.FindAllocationAsync(round.Id, cancellationToken)
        ?? await DecideAsync(round, draw, cancellationToken);

    private async Task<RoundAllocation> DecideAsync(
        AuditRound round,
        Draw draw,
        CancellationToken cancellationToken
    )
    {
        var staff = await caseload.ReadStaffAsync(cancellationToken);
        var caseRefs = draw.Cases.Select(item => item.CaseRef).ToHashSet(StringComparer.Ordinal);
        var present = await PresentCases.ReadAsync(caseload, caseRefs, cancellationToken);
        var auditors = PeerAuditors.Of(
            staff,
            settings.CasesPerAuditor,
            await LastAuditedAsync(round.Id, cancellationToken)
        );
        var allocation = Allocation.Of(
            present.Values.Select(one => PeerAuditors.ToAllocate(one, staff)),
            auditors
        );
        var auditorOf = allocation.Pairs.ToDictionary(
            pair => pair.CaseRef,
            pair => pair.AuditorId,
            StringComparer.Ordinal
        );
        var whyNobody = allocation.Unallocated.ToDictionary(
            item => item.CaseRef,
            item => item.Reason,
            StringComparer.Ordinal
        );
        return new RoundAllocation([
            .. draw.Cases.Select(item =>
                Sampled(
                    item,
                    present.GetValueOrDefault(item.CaseRef),
                    staff,
                    new Assignment(
                        auditorOf.GetValueOrDefault(item.CaseRef),
                        round.Dates.DrawnOn,
                        auditorOf.ContainsKey(item.CaseRef)
                            ? null
                            : whyNobody.GetValueOrDefault(item.CaseRef, Gone),
                        []
                    )
                )
            ),
        ]);
    }

    private static SampledCase Sampled(FrameCase drawn, Case? present, Staff staff, Assignment audit) =>
        present is null
            ? new SampledCase(drawn.CaseRef, drawn.Stratum, drawn.Stratum, "", null, audit)
            : new SampledCase(
                drawn.CaseRef,
                drawn.Stratum,
                present.Team,
                present.CaseManagerId,
                staff.PracticeSupervisorOf(present)?.StaffId,
                audit
            );

    private async Task<RoundAllocation> SettledAsync(AuditRound round, CancellationToken cancellationToken)
    {
        if (await audits.FindAllocationAsync(round.Id, cancellationToken) is { } first)
        {
            return first;
        }

        var draw = await samples.ReadAsync(round, cancellationToken);
        var own = await DecideAsync(round, draw, cancellationToken);
        return await audits.TryAllocateAsync(round.Id, own, cancellationToken)
            ? own
            : (await audits.FindAllocationAsync(round.Id, cancellationToken))!;
    }

    /// <summary>Whose work each auditor was given in the programme's round before.</summary>
    private async Task<ILookup<string, string>> LastAuditedAsync(
        RoundId id,
        CancellationToken cancellationToken
    )
    {
        var rounds = await audits.ListRoundsAsync(id.ProgrammeId, cancellationToken);
        var before = rounds.Where(one => one.Id.Month < id.Month).MaxBy(one => one.Id.Month);
        var allocation = before is null
            ? null
            : await audits.FindAllocationAsync(before.Id, cancellationToken);
        return (allocation?.Cases ?? ImmutableArray<SampledCase>.Empty)
            .Where(item => item.Audit.ReaderId is not null)
            .ToLookup(item => item.Audit.ReaderId!, item => item.CaseManagerId, StringComparer.Ordinal);
    }
}
