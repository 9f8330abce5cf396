using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace YosWorkflow.Core.Audits;

/// <summary>
/// Draws a sample: places are given to strata by <see cref="Apportionment"/>, and within a stratum the cases with the lowest
/// <see cref="DrawRank"/> are drawn. The same seed and frame give the same sample, whatever the frame's order.
/// </summary>
public static class Sampling
{
    /// <summary>Draws from a frame.</summary>
    /// <param name="frame">The frame, in any order, each case once.</param>
    /// <param name="size">How many to draw.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="weights">The weights of those strata that are over-sampled; the others have 1.</param>
    public static Draw Draw(
        IReadOnlyList<FrameCase> frame,
        SampleSize size,
        string seed,
        IReadOnlyDictionary<string, int>? weights = null
    )
    {
        var strata = Apportionment.Apportion(StrataOf(frame, weights), size.Within(frame.Count));
        return new Draw(seed, frame.Count, FrameHash.Of(frame), strata, Lowest(frame, seed, strata));
    }

    private static IEnumerable<Stratum> StrataOf(
        IReadOnlyList<FrameCase> frame,
        IReadOnlyDictionary<string, int>? weights
    )
    {
        var sizes = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var index = 0; index < frame.Count; index++)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(sizes, frame[index].Stratum, out _)++;
        }

        return sizes.Select(pair => new Stratum(
            pair.Key,
            pair.Value,
            weights is not null && weights.TryGetValue(pair.Key, out var weight) ? weight : 1,
            Drawn: 0
        ));
    }

    private static ImmutableArray<FrameCase> Lowest(
        IReadOnlyList<FrameCase> frame,
        string seed,
        ImmutableArray<Stratum> strata,
        double deviations = 8
    )
    {
        var chosen = strata
            .Where(stratum => stratum.Drawn > 0)
            .ToDictionary(
                stratum => stratum.Name,
                stratum => new LowestRanks(stratum.Drawn, stratum.Size, deviations),
                StringComparer.Ordinal
            );
        for (var index = 0; index < frame.Count; index++)
        {
            if (chosen.TryGetValue(frame[index].Stratum, out var lowest))
            {
                lowest.Offer(frame[index].CaseRef, DrawRank.Of(seed, frame[index].CaseRef));
            }
        }

        return chosen.Values.Any(lowest => lowest.FellShort)
            ? Lowest(frame, seed, strata, double.PositiveInfinity)
            :
            [
                .. chosen
                    .OrderBy(pair => pair.Key, StringComparer.Ordinal)
                    .SelectMany(pair =>
                        pair.Value.Take().Select(caseRef => new FrameCase(caseRef, pair.Key))
                    ),
            ];
    }
}
