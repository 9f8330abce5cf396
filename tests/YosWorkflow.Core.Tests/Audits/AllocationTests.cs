using CsCheck;
using YosWorkflow.Core.Audits;

namespace YosWorkflow.Core.Tests.Audits;

public sealed class AllocationTests
{
    private static readonly Gen<(CaseToAllocate[] Cases, PeerAuditor[] Auditors)> Rounds = Gen.Select(
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 6]).Array[0, 7],
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 4], Gen.Int[0, 6].HashSet[0, 3], Gen.Int[0, 2]).Array[0, 4],
        (cases, auditors) =>
            (
                cases
                    .Select(
                        (c, i) =>
                            new CaseToAllocate(
                                $"K{i}",
                                $"T{c.Item1}",
                                $"CM{c.Item2}",
                                $"A{c.Item1}",
                                c.Item2 == 0 ? "A2" : null
                            )
                    )
                    .ToArray(),
                auditors
                    .Select(
                        (a, i) =>
                            new PeerAuditor(
                                i % 2 == 0 ? $"A{i}" : $"CM{i}",
                                $"T{a.Item1}",
                                a.Item2,
                                a.Item3.Select(n => $"CM{n}").ToHashSet(),
                                a.Item4
                            )
                    )
                    .ToArray()
            )
    );

    [Fact]
    public void Of_AnySmallRound_IsAsGoodAsTheBestOfAllAllocations() =>
        Rounds.Sample(
            (cases, auditors) =>
            {
                var best = Best(cases, auditors);
                var found = Quality(cases, auditors);
                Assert.Equal(best.Allocated, found.Allocated);
                if (best.Allocated == cases.Length)
                {
                    Assert.Equal(best, found);
                }
            },
            iter: 5000
        );

    [Fact]
    public void Of_AnyRound_NeverBreaksARule() =>
        Rounds.Sample(
            (cases, auditors) =>
            {
                var allocation = Allocation.Of(cases, auditors);
                foreach (var (caseRef, auditorId) in allocation.Pairs)
                {
                    var item = cases.Single(c => c.CaseRef == caseRef);
                    var auditor = auditors.Single(a => a.StaffId == auditorId);
                    Assert.NotEqual(item.Team, auditor.Team);
                    Assert.NotEqual(item.CaseManagerId, auditorId);
                    Assert.NotEqual(item.PracticeSupervisorId, auditorId);
                    Assert.NotEqual(item.ReadById, auditorId);
                }

                Assert.All(
                    auditors,
                    a =>
                        Assert.InRange(
                            allocation.Pairs.Count(p => p.AuditorId == a.StaffId),
                            0,
                            Math.Max(0, a.Capacity - a.Held)
                        )
                );
                Assert.Equal(cases.Length, allocation.Pairs.Length + allocation.Unallocated.Length);
            }
        );

    [Fact]
    public void Of_InputInAnotherOrder_IsTheSame() =>
        Rounds.Sample(
            (cases, auditors) =>
            {
                var allocation = Allocation.Of(cases, auditors);
                var reversed = Allocation.Of(cases.Reverse(), auditors.Reverse());
                Assert.Equal(allocation.Pairs, reversed.Pairs);
                Assert.Equal(allocation.Unallocated, reversed.Unallocated);
            }
        );

    [Fact]
    public void Of_NobodyEligible_SaysWhy()
    {
        var item = new CaseToAllocate("K1", "East", "CM1", null);

        Assert.Equal("Nobody at work can audit.", Allocation.Of([item], []).Unallocated.Single().Reason);
        Assert.StartsWith(
            "Everyone who can audit",
            Reason(new PeerAuditor("A1", "East", 5, new HashSet<string>()))
        );
        Assert.StartsWith(
            "The 1 who may audit it",
            Reason(new PeerAuditor("A1", "West", 0, new HashSet<string>()))
        );

        string Reason(PeerAuditor auditor) => Allocation.Of([item], [auditor]).Unallocated.Single().Reason;
    }

    private static (int Allocated, int Squares, int Repeats) Quality(
        CaseToAllocate[] cases,
        PeerAuditor[] auditors
    )
    {
        var pairs = Allocation.Of(cases, auditors).Pairs;
        return Quality(
            [.. cases.Select(c => Array.FindIndex(auditors, a => pairs.Contains((c.CaseRef, a.StaffId))))],
            cases,
            auditors
        );
    }

    private static (int Allocated, int Squares, int Repeats) Quality(
        int[] auditorOf,
        CaseToAllocate[] cases,
        PeerAuditor[] auditors
    ) =>
        (
            auditorOf.Count(a => a >= 0),
            auditors
                .Select((auditor, index) => auditor.Held + auditorOf.Count(a => a == index))
                .Sum(load => load * load),
            auditorOf
                .Select((a, i) => a >= 0 && auditors[a].LastAudited.Contains(cases[i].CaseManagerId) ? 1 : 0)
                .Sum()
        );

    // All of them, one by one: most cases first, then the evenest loads, then the fewest repeated pairs.
    private static (int Allocated, int Squares, int Repeats) Best(
        CaseToAllocate[] cases,
        PeerAuditor[] auditors
    )
    {
        var best = (Allocated: -1, Squares: 0, Repeats: 0);
        Try(new int[cases.Length], 0);
        return best;

        void Try(int[] chosen, int at)
        {
            if (at == cases.Length)
            {
                var quality = Quality(chosen, cases, auditors);
                if (
                    (-quality.Allocated, quality.Squares, quality.Repeats).CompareTo(
                        (-best.Allocated, best.Squares, best.Repeats)
                    ) < 0
                )
                {
                    best = quality;
                }

                return;
            }

            for (var a = -1; a < auditors.Length; a++)
            {
                if (a >= 0 && !Fits(chosen, at, a))
                {
                    continue;
                }

                chosen[at] = a;
                Try(chosen, at + 1);
            }
        }

        bool Fits(int[] chosen, int at, int a) =>
            auditors[a].Team != cases[at].Team
            && auditors[a].StaffId != cases[at].CaseManagerId
            && auditors[a].StaffId != cases[at].PracticeSupervisorId
            && auditors[a].StaffId != cases[at].ReadById
            && chosen.Take(at).Count(c => c == a) + auditors[a].Held < auditors[a].Capacity;
    }
}
