using System.Collections.Immutable;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Auditing;

/// <summary>That a case's audit is to go to somebody else, as the lead asks for it.</summary>
/// <param name="Round">The round.</param>
/// <param name="CaseRef">The case.</param>
/// <param name="ById">Who asks: the lead.</param>
/// <param name="ToId">Who is to audit it; null if it is to exchange auditors with another case.</param>
/// <param name="WithCaseRef">That other case; null if the audit is given to somebody.</param>
/// <param name="Reason">Why.</param>
/// <param name="FromId">With whom it lay when it was looked at, empty for nobody; null if that was not looked at.</param>
public sealed record AskedHandOver(
    RoundId Round,
    string CaseRef,
    string ById,
    string? ToId,
    string? WithCaseRef,
    string Reason,
    string? FromId
);

/// <summary>A case's audit with everybody who could do it.</summary>
/// <param name="Round">The round.</param>
/// <param name="Case">The case.</param>
/// <param name="Candidates">Everybody who audits, and why some may not audit this case.</param>
/// <param name="Exchanges">The cases with which it could exchange auditors.</param>
/// <param name="Staff">The staff list.</param>
public sealed record AuditorsOfCase(
    AuditRound Round,
    CaseStanding Case,
    ImmutableArray<AuditorCandidate> Candidates,
    ImmutableArray<CaseStanding> Exchanges,
    Staff Staff
);

/// <summary>
/// Gives a case's audit to another auditor, or exchanges the auditors of two cases, for a reason of the lead's. The rules of the
/// allocation hold. Everybody is told as when an auditor is replaced: at the next morning's step, from how the round stands then.
/// </summary>
public sealed class PassOnAudit(CaseloadTable caseload, AuditTable audits, AuditSettings settings)
{
    /// <summary>The longest reason, in characters.</summary>
    public const int LongestReason = 1_000;

    private const int Tries = 5;

    /// <summary>Who could audit a case; null if it is in no sample of the round.</summary>
    public async Task<AuditorsOfCase?> FindAsync(
        RoundId id,
        string caseRef,
        CancellationToken cancellationToken
    )
    {
        if (
            await audits.ReadAsync(id, cancellationToken) is not { } read
            || Find(read, caseRef) is not { Standing: var item }
        )
        {
            return null;
        }

        var staff = await caseload.ReadStaffAsync(cancellationToken);
        var choice = await ChoiceAsync(read, staff, cancellationToken);
        return new AuditorsOfCase(
            read.Round,
            item,
            choice.CandidatesFor(item),
            choice.ExchangesFor(item),
            staff
        );
    }

    /// <summary>Passes it on. The same asked for again changes nothing.</summary>
    /// <param name="asked">What is asked for.</param>
    /// <param name="today">The day.</param>
    /// <param name="cancellationToken">Stops it before anything is kept.</param>
    /// <returns>The cases that lie with another now.</returns>
    public async Task<AuditOutcome<ImmutableArray<SampledCase>>> ExecuteAsync(
        AskedHandOver asked,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        var staff = await caseload.ReadStaffAsync(cancellationToken);
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var read = await audits.ReadAsync(asked.Round, cancellationToken);
            var step = new HandOverStep(asked, today, staff, read);
            if (step.WhyNot() is { } refusal)
            {
                return new AuditOutcome<ImmutableArray<SampledCase>>.Refused(refusal);
            }

            if (step.IsDone)
            {
                return new AuditOutcome<ImmutableArray<SampledCase>>.Done(step.AsTheyAre);
            }

            var choice = await ChoiceAsync(read!, staff, cancellationToken);
            if (step.WhyNotByRule(choice) is { } against)
            {
                return new AuditOutcome<ImmutableArray<SampledCase>>.Refused(against);
            }

            var given = step.Give();
            if (await audits.TryHandOverAsync(read!, given, cancellationToken))
            {
                return new AuditOutcome<ImmutableArray<SampledCase>>.Done([
                    .. given.Select(item => item.Case),
                ]);
            }
        }

        return AuditOutcome<ImmutableArray<SampledCase>>.No(
            AuditFault.Conflict,
            "Others are writing to this round at the same time. Look at it again."
        );
    }

    private static StoredAudit? Find(StoredRound read, string caseRef) =>
        read.Cases.FirstOrDefault(item => item.Standing.Case.CaseRef == caseRef);

    private async Task<AuditorChoice> ChoiceAsync(
        StoredRound read,
        Staff staff,
        CancellationToken cancellationToken
    )
    {
        var caseRefs = read
            .Cases.Select(item => item.Standing.Case.CaseRef)
            .ToHashSet(StringComparer.Ordinal);
        var present = await PresentCases.ReadAsync(caseload, caseRefs, cancellationToken);
        return new AuditorChoice(read.Standing, present, staff, settings.CasesPerAuditor);
    }
}
