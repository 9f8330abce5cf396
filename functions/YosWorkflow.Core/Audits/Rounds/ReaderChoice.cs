using System.Collections.Immutable;

namespace YosWorkflow.Core.Audits.Rounds;

/// <summary>A reading of a case that lies with somebody, or is to.</summary>
/// <param name="Case">The case as it is now.</param>
/// <param name="Now">With whom it lies; null if it is new.</param>
/// <param name="IsIn">Whether it is done, and so only counts for its reader's load.</param>
public sealed record ReadingToPlace(CaseToAllocate Case, Assignment? Now, bool IsIn);

/// <summary>
/// Finds readers for what nobody reads: what is new, what lies with somebody who is away or may not read it any more, what
/// nobody could read before. Whatever lies well is left there, and counts for the loads.
/// </summary>
public static class ReaderChoice
{
    /// <summary>
    /// The assignments that change, by case, in ordinal order. What can't be placed lies with nobody, and says why; if that was
    /// so before, it stays as it was.
    /// </summary>
    /// <param name="readings">All readings of a kind in the round.</param>
    /// <param name="auditors">Who may read, see <see cref="PeerAuditors"/>; their loads are counted here.</param>
    /// <param name="day">The day.</param>
    public static ImmutableArray<(string CaseRef, Assignment Assignment)> Of(
        IReadOnlyCollection<ReadingToPlace> readings,
        IReadOnlyCollection<PeerAuditor> auditors,
        DateOnly day
    )
    {
        var byId = auditors.ToDictionary(auditor => auditor.StaffId, StringComparer.Ordinal);
        var homeless = readings.Where(reading => !LiesWell(reading, byId)).ToArray();
        if (homeless.Length == 0)
        {
            return [];
        }

        var held = readings
            .Except(homeless)
            .Where(reading => reading.Now?.ReaderId is not null)
            .CountBy(reading => reading.Now!.ReaderId!, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
        var allocation = Allocation.Of(
            homeless.Select(reading => reading.Case),
            auditors.Select(auditor => auditor with { Held = held.GetValueOrDefault(auditor.StaffId) })
        );
        var before = homeless.ToDictionary(
            reading => reading.Case.CaseRef,
            reading => reading.Now ?? new Assignment(null, day, WhyNobody: null, []),
            StringComparer.Ordinal
        );
        var stillNobody = homeless
            .Where(reading => reading.Now is { ReaderId: null })
            .Select(reading => reading.Case.CaseRef)
            .ToHashSet(StringComparer.Ordinal);
        var placed = allocation.Pairs.Select(pair =>
            (pair.CaseRef, before[pair.CaseRef].PassedOn(pair.AuditorId, whyNobody: null, day))
        );
        var notPlaced = allocation
            .Unallocated.Where(item => !stillNobody.Contains(item.CaseRef))
            .Select(item => (item.CaseRef, before[item.CaseRef].PassedOn(readerId: null, item.Reason, day)));
        return [.. placed.Concat(notPlaced).OrderBy(item => item.CaseRef, StringComparer.Ordinal)];
    }

    private static bool LiesWell(ReadingToPlace reading, Dictionary<string, PeerAuditor> auditors) =>
        reading.IsIn
        || (
            reading.Now?.ReaderId is { } reader
            && auditors.TryGetValue(reader, out var auditor)
            && auditor.MayAudit(reading.Case)
        );
}
