using YosWorkflow.Core;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Auditing;

/// <summary>Ends a round on its last working day and names what is missing. From then on no return is changed.</summary>
public sealed class CloseRound(AuditTable audits)
{
    private const int Tries = 8;

    /// <summary>Closes a round. Done again, it gives the round as it was closed.</summary>
    /// <exception cref="InvalidOperationException">Others kept writing at the same time, however often it was tried.</exception>
    public async Task<AuditOutcome<AuditRound>> ExecuteAsync(
        RoundId id,
        DateOnly day,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (await audits.ReadAsync(id, cancellationToken) is not { } read)
            {
                return AuditOutcome<AuditRound>.No(AuditFault.NotFound, $"{id} has not been drawn.");
            }

            if (read.Round.State == RoundState.Closed)
            {
                return new AuditOutcome<AuditRound>.Done(read.Round);
            }

            if (!RoundClosing.IsTime(read.Round, day))
            {
                return AuditOutcome<AuditRound>.No(
                    AuditFault.Conflict,
                    read.Round.State == RoundState.Drawn
                        ? $"{id} is not allocated yet."
                        : $"{id} is open until {PlainDate.Format(read.Round.Dates.ClosesOn)}."
                );
            }

            var closed = RoundClosing.Close(read.Standing, day);
            if (await audits.TryMoveOnAsync(closed, read.ETag, cancellationToken))
            {
                return new AuditOutcome<AuditRound>.Done(closed);
            }
        }

        throw new InvalidOperationException($"{id} was changed by others again and again.");
    }
}
