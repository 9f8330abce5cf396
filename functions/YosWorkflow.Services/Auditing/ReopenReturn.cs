using YosWorkflow.Core;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Auditing;

/// <summary>Gives a submitted return back to its auditor, for a reason of the lead's. The auditor is told anew.</summary>
public sealed class ReopenReturn(CaseloadTable caseload, AuditTable audits, TimeProvider clock)
{
    private const int Tries = 5;

    /// <summary>Reopens a return.</summary>
    /// <param name="id">The round.</param>
    /// <param name="caseRef">The case.</param>
    /// <param name="byId">Who reopens it: the lead.</param>
    /// <param name="reason">Why.</param>
    /// <param name="today">The day.</param>
    /// <param name="cancellationToken">Stops it before anything is kept.</param>
    public async Task<AuditOutcome<AuditReturn>> ExecuteAsync(
        RoundId id,
        string caseRef,
        string byId,
        string reason,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        var staff = await caseload.ReadStaffAsync(cancellationToken);
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (
                await audits.ReadCaseAsync(id, caseRef, cancellationToken)
                is not { Cases: [{ Standing: var standing }] } read
            )
            {
                return AuditOutcome<AuditReturn>.No(
                    AuditFault.NotFound,
                    $"Case {caseRef} is not in a sample of {id}."
                );
            }

            if (RoundPeople.WhyNotLead(staff, byId, read.Round.Programme) is { } whyNot)
            {
                return AuditOutcome<AuditReturn>.No(AuditFault.NotAllowed, whyNot);
            }

            if (read.Round.State == RoundState.Closed)
            {
                return AuditOutcome<AuditReturn>.No(
                    AuditFault.Conflict,
                    $"{id} was closed on {PlainDate.Format(read.Round.ClosedOn!.Value)}."
                );
            }

            var reopening = new Reopening(byId, today, reason);
            if (
                standing.Return is not { } before
                || ReturnEdits.Reopen(before, reopening, clock.GetUtcNow()) is not { } reopened
            )
            {
                return IsSame(standing.Return, reopening)
                    ? new AuditOutcome<AuditReturn>.Done(standing.Return!)
                    : AuditOutcome<AuditReturn>.No(
                        AuditFault.Conflict,
                        $"The return on case {caseRef} is not in, so it is open already."
                    );
            }

            if (
                await audits.TryKeepReturnAsync(
                    read,
                    read.Cases[0],
                    reopened,
                    isSecond: false,
                    guarded: true,
                    cancellationToken
                )
            )
            {
                return new AuditOutcome<AuditReturn>.Done(reopened);
            }
        }

        return AuditOutcome<AuditReturn>.No(
            AuditFault.Conflict,
            "Others are writing to this return at the same time. Read it again."
        );
    }

    // The same request sent again, because its answer was lost.
    private static bool IsSame(AuditReturn? now, Reopening reopening) =>
        now is { State: ReturnState.Reopened, Reopenings: [.., var last] } && last == reopening;
}
