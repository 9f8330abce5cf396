using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using YosWorkflow.Core.Calendar;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Standards;
using YosWorkflow.TestKit;

namespace YosWorkflow.Benchmarks.Standards;

/// <summary>Deriving what is owed on a caseload as of a day, on one core. The time is that of all cases together.</summary>
[MemoryDiagnoser]
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 2, iterationCount: 7)]
public class ObligationBenchmarks
{
    private readonly List<Obligation> obligations = [];
    private ObligationReader reader = null!;
    private Case[] cases = [];

    [Params(650, 10_000, 100_000, 1_000_000)]
    public int Cases { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        reader = new ObligationReader(
            StandardsPacks.Load(StandardsPacks.Default),
            WorkingDayCalendar.EnglandAndWales,
            Kent2011.Staff
        );
        cases = new Case[Cases];
        for (var index = 0; index < Cases; index++)
        {
            var like = Kent2011.Cases[index % Kent2011.Cases.Length];
            cases[index] = like with { CaseRef = $"C{index}", Milestones = [.. like.Milestones] };
        }
    }

    [Benchmark]
    public int Read()
    {
        var open = 0;
        foreach (var supervised in cases)
        {
            obligations.Clear();
            reader.Read(supervised, Kent2011.AsOf, obligations);
            foreach (var owed in obligations)
            {
                open += owed.IsOpen ? 1 : 0;
            }
        }

        return open;
    }
}
