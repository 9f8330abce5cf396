using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Auditing;

/// <summary>
/// Looks after one case of a round: finds a reader where that is needed, decides who is told of what on it, and says when to look
/// again. It uses the marks that the morning's step uses, so that whichever comes first, nobody is told twice. The notices go out
/// with a morning's digests. It may be stopped anywhere and done again.
/// </summary>
public sealed class TendReturn(
    CaseloadTable caseload,
    AuditTable audits,
    PlaceReadings place,
    TellRound tell,
    ServiceRules rules
)
{
    /// <summary>Looks after a case.</summary>
    /// <param name="id">The round.</param>
    /// <param name="caseRef">The case.</param>
    /// <param name="day">The day; on one that is no working day, or after the round's last, nobody is told.</param>
    /// <param name="endsOn">The day by whose morning the round ends, see <see cref="ReturnWatch.EndOf"/>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The day on which to look again; null if there is nothing more to look after.</returns>
    public async Task<DateOnly?> ExecuteAsync(
        RoundId id,
        string caseRef,
        DateOnly day,
        DateOnly endsOn,
        CancellationToken cancellationToken
    )
    {
        if (
            await audits.ReadCaseAsync(id, caseRef, cancellationToken)
            is not { Cases: [{ Standing: var standing }], Round: var round }
        )
        {
            return null;
        }

        var staff = await caseload.ReadStaffAsync(cancellationToken);
        if (ReturnWatch.MayNeedReader(standing, staff))
        {
            await place.ExecuteAsync(id, staff, day, cancellationToken);
        }

        // What is missing after the last day is told when the round is closed.
        if (day <= round.Dates.ClosesOn)
        {
            await tell.ExecuteAsync(
                id,
                staff,
                day,
                new HashSet<string>([caseRef], StringComparer.Ordinal),
                dryRun: false,
                cancellationToken
            );
        }

        return await NextLookAsync(id, caseRef, staff, day, endsOn, cancellationToken);
    }

    private async Task<DateOnly?> NextLookAsync(
        RoundId id,
        string caseRef,
        Staff staff,
        DateOnly day,
        DateOnly endsOn,
        CancellationToken cancellationToken
    )
    {
        var read = (await audits.ReadCaseAsync(id, caseRef, cancellationToken))!;
        return ReturnWatch.NextLook(
            read.Round,
            read.Cases[0].Standing,
            read.Cases[0].Told?.Marks ?? [],
            new AuditChaser(AuditLadders.Default, rules.Calendar, staff, read.Round),
            rules.Calendar,
            day,
            endsOn
        );
    }
}
