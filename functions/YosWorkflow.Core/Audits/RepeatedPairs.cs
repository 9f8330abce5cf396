namespace YosWorkflow.Core.Audits;

/// <summary>
/// Finds moves that lower the number of pairs who met in the round before and leave the loads as even as they are: a
/// negative cycle in the graph whose arcs are moves of a case from one auditor to another (cost: repeated pairs gained), and
/// free arcs back from an auditor to one who holds exactly one case more, since their loads may change places.
/// </summary>
internal sealed class RepeatedPairs(
    CaseToAllocate[] cases,
    PeerAuditor[] auditors,
    bool[][] may,
    int[] auditorOf
)
{
    private const int NoArc = int.MaxValue;
    private const int LoadsChangePlaces = -1;

    private readonly bool[][] repeats =
    [
        .. cases.Select(item => auditors.Select(auditor => auditor.WouldRepeat(item)).ToArray()),
    ];

    /// <summary>The moves of one improvement, or null if there is none.</summary>
    public IReadOnlyList<(int Case, int To)>? FindImprovement(IReadOnlyList<List<int>> casesOf)
    {
        if (
            !Enumerable
                .Range(0, cases.Length)
                .Any(index => auditorOf[index] >= 0 && repeats[index][auditorOf[index]])
        )
        {
            return null;
        }

        var (cost, item) = Arcs(casesOf);
        return NegativeCycle(cost) is { } cycle
            ?
            [
                .. cycle
                    .Where(arc => item[arc.From, arc.To] != LoadsChangePlaces)
                    .Select(arc => (item[arc.From, arc.To], arc.To)),
            ]
            : null;
    }

    private (int[,] Cost, int[,] Item) Arcs(IReadOnlyList<List<int>> casesOf)
    {
        var cost = new int[auditors.Length, auditors.Length];
        var item = new int[auditors.Length, auditors.Length];
        for (var from = 0; from < auditors.Length; from++)
        {
            for (var to = 0; to < auditors.Length; to++)
            {
                cost[from, to] = NoArc;
                var swaps =
                    Load(to, casesOf) == Load(from, casesOf) + 1
                    && Load(from, casesOf) < auditors[from].Capacity;
                if (swaps)
                {
                    (cost[from, to], item[from, to]) = (0, LoadsChangePlaces);
                }
            }

            foreach (var held in casesOf[from])
            {
                AddMoves(held, from, cost, item);
            }
        }

        return (cost, item);
    }

    private int Load(int auditor, IReadOnlyList<List<int>> casesOf) =>
        auditors[auditor].Held + casesOf[auditor].Count;

    private void AddMoves(int held, int from, int[,] cost, int[,] item)
    {
        var now = repeats[held][from] ? 1 : 0;
        for (var to = 0; to < auditors.Length; to++)
        {
            var gained = (repeats[held][to] ? 1 : 0) - now;
            if (to != from && may[held][to] && gained < cost[from, to])
            {
                (cost[from, to], item[from, to]) = (gained, held);
            }
        }
    }

    // Bellman and Ford, from everywhere at once: what can still be shortened after as many rounds as nodes is on a cycle.
    private List<(int From, int To)>? NegativeCycle(int[,] cost)
    {
        var distance = new int[auditors.Length];
        var before = new int[auditors.Length];
        var shortened = -1;
        for (var round = 0; round < auditors.Length; round++)
        {
            shortened = -1;
            for (var from = 0; from < auditors.Length; from++)
            {
                for (var to = 0; to < auditors.Length; to++)
                {
                    if (cost[from, to] != NoArc && distance[from] + cost[from, to] < distance[to])
                    {
                        distance[to] = distance[from] + cost[from, to];
                        before[to] = from;
                        shortened = to;
                    }
                }
            }

            if (shortened < 0)
            {
                return null;
            }
        }

        return CycleAbove(shortened, before);
    }

    private List<(int From, int To)> CycleAbove(int node, int[] before)
    {
        for (var step = 0; step < auditors.Length; step++)
        {
            node = before[node];
        }

        var cycle = new List<(int From, int To)>();
        var at = node;
        do
        {
            cycle.Add((before[at], at));
            at = before[at];
        } while (at != node);

        return cycle;
    }
}
