using System.Globalization;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using YosWorkflow.Core.Audits;

namespace YosWorkflow.Benchmarks.Audits;

/// <summary>
/// Two thousand cases of twenty teams among two hundred auditors, of whom each had ten colleagues' cases in the round before.
/// </summary>
[MemoryDiagnoser]
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 2, iterationCount: 5)]
public class AllocationBenchmarks
{
    private const int Teams = 20;
    private const int ManagersATeam = 20;
    private const int AuditedBefore = 10;

    private CaseToAllocate[] cases = [];
    private PeerAuditor[] auditors = [];

    /// <summary>How many cases are allocated.</summary>
    [Params(200, 2_000)]
    public int Cases { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(1);
        cases =
        [
            .. Enumerable
                .Range(0, Cases)
                .Select(n => Case(n, random.Next(Teams), random.Next(ManagersATeam))),
        ];
        auditors =
        [
            .. Enumerable
                .Range(0, Cases / 10)
                .Select(n => new PeerAuditor(
                    Text($"A{n}"),
                    Text($"T{n % Teams}"),
                    int.MaxValue,
                    Enumerable
                        .Range(0, AuditedBefore)
                        .Select(_ => Manager(random.Next(Teams), random.Next(ManagersATeam)))
                        .ToHashSet(StringComparer.Ordinal)
                )),
        ];
    }

    [Benchmark]
    public Allocation Allocate() => Allocation.Of(cases, auditors);

    private static CaseToAllocate Case(int number, int team, int manager) =>
        new(Text($"K{number:00000}"), Text($"T{team}"), Manager(team, manager), Text($"PS{team}"));

    private static string Manager(int team, int manager) => Text($"CM{team}-{manager}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
