using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using YosWorkflow.Core.Audits;

namespace YosWorkflow.Benchmarks.Audits;

/// <summary>
/// A sample of a fifth of a million cases in twenty teams, against one SHA-256 a case: what the rule that anyone can check it
/// costs in any case.
/// </summary>
[MemoryDiagnoser]
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 2, iterationCount: 5)]
public class DrawBenchmarks
{
    private FrameCase[] frame = [];

    /// <summary>How many cases the frame holds.</summary>
    [Params(1_000, 1_000_000)]
    public int Cases { get; set; }

    [GlobalSetup]
    public void Setup() =>
        frame = [
            .. Enumerable
                .Range(0, Cases)
                .Select(n => new FrameCase(
                    string.Create(CultureInfo.InvariantCulture, $"K{n:0000000}"),
                    string.Create(CultureInfo.InvariantCulture, $"Team {n % 20:00}")
                )),
        ];

    [Benchmark(Baseline = true)]
    public int OneHashACase()
    {
        var seed = "0f8fad5bd9cb469fa16570867728950e"u8;
        Span<byte> text = stackalloc byte[64];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        seed.CopyTo(text);
        text[seed.Length] = (byte)'|';
        var sum = 0;
        foreach (var item in frame)
        {
            var length = seed.Length + 1 + Encoding.UTF8.GetBytes(item.CaseRef, text[(seed.Length + 1)..]);
            SHA256.HashData(text[..length], hash);
            sum += hash[0];
        }

        return sum;
    }

    [Benchmark]
    public Draw Draw() =>
        Sampling.Draw(frame, SampleSize.OfPercent(20, 20), "0f8fad5bd9cb469fa16570867728950e");
}
