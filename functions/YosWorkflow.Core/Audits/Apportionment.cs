using System.Collections.Immutable;

namespace YosWorkflow.Core.Audits;

/// <summary>
/// Gives the places of a sample to the strata, one at a time: first one to each stratum, the largest first; then each next
/// to the stratum with the greatest cases ÷ (2 × places held + 1), the Sainte-Laguë rule. A tie goes to the name that is
/// first in ordinal order, and no stratum gets more places than it has cases. So a larger sample only ever adds places.
/// </summary>
/// <remarks>A stratum's weight multiplies its cases, which over-samples it; with weights of 1 it is the plain rule.</remarks>
public static class Apportionment
{
    /// <summary>The strata with their places, in ordinal order of their names.</summary>
    /// <param name="strata">The strata; what they have drawn is ignored.</param>
    /// <param name="places">How many places there are; more than there are cases gives every case one.</param>
    public static ImmutableArray<Stratum> Apportion(IEnumerable<Stratum> strata, int places)
    {
        var ordered = strata.OrderBy(stratum => stratum.Name, StringComparer.Ordinal).ToArray();
        var held = new int[ordered.Length];
        for (var place = 0; place < places && Next(ordered, held) is >= 0 and var next; place++)
        {
            held[next]++;
        }

        return [.. ordered.Select((stratum, index) => stratum with { Drawn = held[index] })];
    }

    private static int Next(Stratum[] strata, int[] held)
    {
        var best = -1;
        for (var index = 0; index < strata.Length; index++)
        {
            if (held[index] < strata[index].Size && (best < 0 || Precedes(strata, held, index, best)))
            {
                best = index;
            }
        }

        return best;
    }

    // Only a strictly greater claim precedes: the strata are in the order of their names, which breaks ties.
    private static bool Precedes(Stratum[] strata, int[] held, int index, int best)
    {
        if ((held[index] == 0) != (held[best] == 0))
        {
            return held[index] == 0;
        }

        return Claim(strata[index]) * Divisor(held[best]) > Claim(strata[best]) * Divisor(held[index]);
    }

    private static Int128 Claim(Stratum stratum) => (Int128)stratum.Size * stratum.Weight;

    private static Int128 Divisor(int held) => (2 * (Int128)held) + 1;
}
