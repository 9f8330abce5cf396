namespace YosWorkflow.Core.Audits;

/// <summary>
/// Solves an allocation as a flow. Each case in turn goes along the alternating path that ends at the least loaded auditor
/// it can reach, which keeps the loads optimal for the cases so far (optimal semi-matching: Harvey, Ladner, Lovász and
/// Tamir, 2003); cycles that lower the number of repeated pairs, and leave the loads as even, are then cancelled.
/// </summary>
internal sealed class AllocationFlow(CaseToAllocate[] cases, PeerAuditor[] auditors)
{
    private const int Nobody = -1;

    private readonly bool[][] may =
    [
        .. cases.Select(item => auditors.Select(auditor => auditor.MayAudit(item)).ToArray()),
    ];
    private readonly int[] auditorOf = [.. Enumerable.Repeat(Nobody, cases.Length)];
    private readonly List<int>[] casesOf = [.. auditors.Select(_ => new List<int>())];

    public int AuditorOf(int index) => auditorOf[index];

    public void Solve()
    {
        for (var index = 0; index < cases.Length; index++)
        {
            Place(index);
        }

        var repeats = new RepeatedPairs(cases, auditors, may, auditorOf);
        while (repeats.FindImprovement(casesOf) is { } moves)
        {
            foreach (var (moved, to) in moves)
            {
                Move(moved, to);
            }
        }
    }

    private void Place(int placed)
    {
        var reachedBy = new int[auditors.Length];
        Array.Fill(reachedBy, Nobody);
        var queue = new Queue<int>();
        var target = Nobody;
        Reach(placed);
        while (queue.TryDequeue(out var auditor))
        {
            if (HasRoom(auditor) && (target == Nobody || Load(auditor) < Load(target)))
            {
                target = auditor;
            }

            foreach (var held in casesOf[auditor])
            {
                Reach(held);
            }
        }

        // Backwards along the path: each case on it goes to the auditor it reached.
        while (target != Nobody)
        {
            var moved = reachedBy[target];
            var from = auditorOf[moved];
            Move(moved, target);
            target = from;
        }

        void Reach(int item)
        {
            for (var auditor = 0; auditor < auditors.Length; auditor++)
            {
                if (reachedBy[auditor] == Nobody && may[item][auditor])
                {
                    reachedBy[auditor] = item;
                    queue.Enqueue(auditor);
                }
            }
        }
    }

    private bool HasRoom(int auditor) => Load(auditor) < auditors[auditor].Capacity;

    private int Load(int auditor) => auditors[auditor].Held + casesOf[auditor].Count;

    private void Move(int item, int to)
    {
        if (auditorOf[item] is >= 0 and var from)
        {
            casesOf[from].Remove(item);
        }

        auditorOf[item] = to;
        casesOf[to].Add(item);
    }
}
