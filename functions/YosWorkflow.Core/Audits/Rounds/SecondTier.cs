using System.Collections.Immutable;

namespace YosWorkflow.Core.Audits.Rounds;

/// <summary>
/// Which returns are checked by a second reader: so many percent of the audits that somebody does, at least one. Their order is
/// that of the SHA-256 of <c>second|seed|case_ref</c>, so that anyone can check the choice with the round's seed.
/// </summary>
/// <remarks>
/// The first in that order are meant, and asked for as soon as their return is in. A place whose return is not in when returns
/// are due goes to the next whose return is. What was asked for stays.
/// </remarks>
public static class SecondTier
{
    /// <summary>How many are checked of so many audits.</summary>
    public static int Places(int audits, int percent) =>
        percent == 0 || audits == 0 ? 0 : Math.Max(1, (int)Math.Ceiling(audits * percent / 100m));

    /// <summary>The cases whose second check is to be asked for now, in ordinal order.</summary>
    /// <param name="standing">How the round stands.</param>
    /// <param name="day">The day.</param>
    public static ImmutableArray<string> ToAskFor(RoundStanding standing, DateOnly day)
    {
        var round = standing.Round;
        var audits = standing
            .Cases.Where(item => item.Case.Audit.ReaderId is not null || item.IsIn)
            .ToArray();
        var free =
            Places(audits.Length, round.Programme.SecondTierPercent)
            - standing.Cases.Count(item => item.Second is not null);
        if (free <= 0 || round.State != RoundState.Open)
        {
            return [];
        }

        var isLate = day > round.Dates.ReturnsDueOn;
        return
        [
            .. InOrder(audits, round.Seed)
                .Where(item => item.Second is null && (item.IsIn || !isLate))
                .Take(free)
                .Where(item => item.IsIn)
                .Select(item => item.Case.CaseRef)
                .Order(StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<CaseStanding> InOrder(CaseStanding[] audits, string seed)
    {
        var ranks = audits
            .Select(item => (Item: item, Rank: DrawRank.Of($"second|{seed}", item.Case.CaseRef)))
            .ToList();
        ranks.Sort((a, b) => a.Rank.CompareWith(b.Rank));
        return ranks.Select(ranked => ranked.Item);
    }
}
