namespace YosWorkflow.Core.Audits;

/// <summary>Keeps the so many lowest ranks of those it is offered, in memory for those alone.</summary>
internal sealed class LowestRanks(int places)
{
    private static readonly Comparer<DrawRank> HighestFirst = Comparer<DrawRank>.Create(
        (a, b) => b.CompareWith(a)
    );

    private readonly PriorityQueue<FrameCase, DrawRank> kept = new(HighestFirst);

    public IEnumerable<FrameCase> Cases => kept.UnorderedItems.Select(item => item.Element);

    public void Offer(FrameCase candidate, DrawRank rank)
    {
        if (kept.Count < places)
        {
            kept.Enqueue(candidate, rank);
        }
        else if (kept.TryPeek(out _, out var highest) && rank.CompareWith(highest) < 0)
        {
            kept.DequeueEnqueue(candidate, rank);
        }
    }
}
