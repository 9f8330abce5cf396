using System.Collections.Immutable;
using YosWorkflow.Core.Caseload;

namespace YosWorkflow.Core.Audits.Rounds;

/// <summary>The readings of a round that lie with another from a day on.</summary>
/// <param name="Audits">The audits, by case.</param>
/// <param name="Seconds">The second checks, by case.</param>
public sealed record PlacedReadings(
    ImmutableArray<(string CaseRef, Assignment Assignment)> Audits,
    ImmutableArray<(string CaseRef, Assignment Assignment)> Seconds
);

/// <summary>
/// Decides, in the course of a round, who reads what: an auditor who is away, or who may not audit the case any more, is
/// replaced, and returns that came in get their second reader.
/// </summary>
public static class RoundReadings
{
    /// <summary>What changes on a day; nothing once a round is closed.</summary>
    /// <param name="standing">How the round stands.</param>
    /// <param name="now">The cases as they are now; one that is gone is taken as it was drawn.</param>
    /// <param name="staff">The staff list.</param>
    /// <param name="capacity">How many cases each auditor can take in a round.</param>
    /// <param name="day">The day.</param>
    public static PlacedReadings Decide(
        RoundStanding standing,
        IReadOnlyDictionary<string, Case> now,
        Staff staff,
        int capacity,
        DateOnly day
    )
    {
        if (standing.Round.State != RoundState.Open)
        {
            return new PlacedReadings([], []);
        }

        var nobodyMet = Array.Empty<string>().ToLookup(id => id, StringComparer.Ordinal);
        var auditors = PeerAuditors.Of(staff, capacity, nobodyMet);
        var asked = SecondTier.ToAskFor(standing, day).ToHashSet(StringComparer.Ordinal);
        return new PlacedReadings(
            ReaderChoice.Of(
                [
                    .. standing.Cases.Select(item => new ReadingToPlace(
                        AsItIsNow(item),
                        item.Case.Audit,
                        item.IsIn
                    )),
                ],
                auditors,
                day
            ),
            ReaderChoice.Of(
                [
                    .. standing
                        .Cases.Where(item => item.Second is not null || asked.Contains(item.Case.CaseRef))
                        .Select(item => new ReadingToPlace(
                            AsItIsNow(item) with
                            {
                                ReadById = item.Case.Audit.ReaderId,
                            },
                            item.Second,
                            item.SecondIsIn
                        )),
                ],
                auditors,
                day
            )
        );

        CaseToAllocate AsItIsNow(CaseStanding item) =>
            now.GetValueOrDefault(item.Case.CaseRef) is { } present
                ? PeerAuditors.ToAllocate(present, staff)
                : item.Case.ToAllocate();
    }
}
