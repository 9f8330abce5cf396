namespace YosWorkflow.Core.Audits;

/// <summary>
/// Keeps the so many lowest ranks of a stratum. Ranks are evenly spread, so the highest of the lowest is known beforehand
/// within a narrow margin, and only what lies below it is kept at all: memory and sorting are for the drawn alone.
/// </summary>
/// <param name="places">How many are wanted.</param>
/// <param name="size">How many will be offered.</param>
/// <param name="deviations">The margin, in standard deviations.</param>
internal sealed class LowestRanks(int places, int size, double deviations)
{
    private readonly ulong bound = Bound(places, size, deviations);
    private readonly List<(DrawRank Rank, string CaseRef)> kept = [];

    /// <summary>Whether the margin was too narrow, which with eight deviations nobody will live to see.</summary>
    public bool FellShort => kept.Count < places;

    public void Offer(string caseRef, in DrawRank rank)
    {
        if (rank.Leading <= bound)
        {
            kept.Add((rank, caseRef));
        }
    }

    /// <summary>The references of the cases with the lowest ranks, in ordinal order.</summary>
    public string[] Take()
    {
        kept.Sort((a, b) => a.Rank.CompareWith(b.Rank));
        var refs = new string[places];
        for (var index = 0; index < places; index++)
        {
            refs[index] = kept[index].CaseRef;
        }

        OrdinalOrder.Sort(refs);
        return refs;
    }

    private static ulong Bound(int places, int size, double deviations)
    {
        var share = (double)places / size;
        var reach = share + (deviations * Math.Sqrt(Math.Max(share * (1 - share), 1.0 / size) / size));
        return reach >= 1 ? ulong.MaxValue : (ulong)(reach * ulong.MaxValue);
    }
}
