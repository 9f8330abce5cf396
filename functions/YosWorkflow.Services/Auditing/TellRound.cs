using System.Collections.Immutable;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Auditing;

/// <summary>
/// Decides who is told of what in a round on a day, and records that together with the notices, so that a crash at any moment
/// leaves both or neither. The notices go into the digests of the day with those of the chase. It may be called again, for all
/// cases or some, or by two at once: what is told already is not told again.
/// </summary>
public sealed class TellRound(AuditTable audits, ServiceRules rules)
{
    private const int Tries = 8;

    /// <summary>Tells of a round.</summary>
    /// <param name="id">The round.</param>
    /// <param name="staff">The staff list.</param>
    /// <param name="day">The day; on one that is no working day nobody is told.</param>
    /// <param name="only">The cases to tell of; null: all.</param>
    /// <param name="dryRun">Whether only to say what would be told.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The notices that this call decided; a second call of the same day has none.</returns>
    /// <exception cref="InvalidOperationException">Others kept writing at the same time, however often it was tried.</exception>
    public async Task<ImmutableArray<StoredNotice>> ExecuteAsync(
        RoundId id,
        Staff staff,
        DateOnly day,
        IReadOnlySet<string>? only,
        bool dryRun,
        CancellationToken cancellationToken
    )
    {
        var decided = new List<StoredNotice>();
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var read = only is { Count: 1 }
                ? await audits.ReadCaseAsync(id, only.First(), cancellationToken)
                : await audits.ReadAsync(id, cancellationToken);
            if (read is null || !rules.Calendar.IsWorkingDay(day))
            {
                return [];
            }

            var chunks = ChaseChunk
                .Of(AuditRow.Partition(id), day, [.. Decide(read, staff, day, only)])
                .ToArray();
            if (dryRun)
            {
                return [.. chunks.SelectMany(chunk => chunk.Notices)];
            }

            if (await RecordAsync(id, chunks, decided, cancellationToken))
            {
                return [.. decided];
            }
        }

        throw new InvalidOperationException($"{id} was changed by others again and again.");
    }

    private IEnumerable<CaseDecision> Decide(
        StoredRound read,
        Staff staff,
        DateOnly day,
        IReadOnlySet<string>? only
    )
    {
        var chaser = new AuditChaser(AuditLadders.Default, rules.Calendar, staff, read.Round);
        foreach (var item in read.Cases)
        {
            var caseRef = item.Standing.Case.CaseRef;
            var chase = chaser.Decide(item.Standing, item.Told?.Marks ?? [], day);
            if (!chase.Notices.IsEmpty && (only is null || only.Contains(caseRef)))
            {
                yield return new CaseDecision(caseRef, item.Told, chase);
            }
        }
    }

    private async Task<bool> RecordAsync(
        RoundId id,
        ChaseChunk[] chunks,
        List<StoredNotice> decided,
        CancellationToken cancellationToken
    )
    {
        foreach (var chunk in chunks)
        {
            if (!await audits.TryRecordAsync(id, chunk.Told, chunk.Notices, cancellationToken))
            {
                return false;
            }

            decided.AddRange(chunk.Notices);
        }

        return true;
    }
}
