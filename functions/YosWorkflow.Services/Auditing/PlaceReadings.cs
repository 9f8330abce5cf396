using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Auditing;

/// <summary>
/// Finds readers, in the course of a round, for what nobody reads: replaces auditors who are away or may not audit their case
/// any more, and asks second readers for returns that came in. It may be called again, or by two at once.
/// </summary>
public sealed class PlaceReadings(CaseloadTable caseload, AuditTable audits, AuditSettings settings)
{
    private const int Tries = 8;

    /// <summary>Places what has to be placed on a day, and says what that was; nothing in a round that is not open.</summary>
    /// <exception cref="InvalidOperationException">Others kept writing at the same time, however often it was tried.</exception>
    public async Task<PlacedReadings> ExecuteAsync(
        RoundId id,
        Staff staff,
        DateOnly day,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (await audits.ReadAsync(id, cancellationToken) is not { Round.State: RoundState.Open } read)
            {
                return new PlacedReadings([], []);
            }

            var placed = await DecideAsync(read, staff, day, cancellationToken);
            if (await RecordAsync(read, placed, cancellationToken))
            {
                return placed;
            }
        }

        throw new InvalidOperationException($"{id} was changed by others again and again.");
    }

    private async Task<PlacedReadings> DecideAsync(
        StoredRound read,
        Staff staff,
        DateOnly day,
        CancellationToken cancellationToken
    )
    {
        var caseRefs = read
            .Cases.Select(item => item.Standing.Case.CaseRef)
            .ToHashSet(StringComparer.Ordinal);
        var present = await PresentCases.ReadAsync(caseload, caseRefs, cancellationToken);
        return RoundReadings.Decide(read.Standing, present, staff, settings.CasesPerAuditor, day);
    }

    private async Task<bool> RecordAsync(
        StoredRound read,
        PlacedReadings placed,
        CancellationToken cancellationToken
    )
    {
        var stored = read.Cases.ToDictionary(item => item.Standing.Case.CaseRef, StringComparer.Ordinal);
        foreach (var chunk in placed.Audits.Chunk(EntityBatches.MaxEntities))
        {
            var audited = chunk.Select(item =>
                (
                    stored[item.CaseRef].Standing.Case with
                    {
                        Audit = item.Assignment,
                    },
                    stored[item.CaseRef].ETag
                )
            );
            if (!await audits.TryAssignAsync(read.Round.Id, audited, [], cancellationToken))
            {
                return false;
            }
        }

        foreach (var chunk in placed.Seconds.Chunk(EntityBatches.MaxEntities))
        {
            var seconds = chunk.Select(item =>
                (item.CaseRef, item.Assignment, stored[item.CaseRef].SecondETag)
            );
            if (!await audits.TryAssignAsync(read.Round.Id, [], seconds, cancellationToken))
            {
                return false;
            }
        }

        return true;
    }
}
