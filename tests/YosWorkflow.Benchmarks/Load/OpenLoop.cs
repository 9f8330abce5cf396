using System.Collections.Concurrent;
using System.Diagnostics;

namespace YosWorkflow.Benchmarks.Load;

/// <summary>What came of asking at a rate.</summary>
/// <param name="Rate">How many were begun a second.</param>
/// <param name="Asked">How many in all.</param>
/// <param name="Errors">How many failed.</param>
/// <param name="P50">The time that half of them took at most, in milliseconds, counted from when each was due.</param>
/// <param name="P99">The same of all but one in a hundred.</param>
internal sealed record RateResult(double Rate, int Asked, int Errors, double P50, double P99);

/// <summary>
/// Asks at a steady rate, whether or not the answers keep up: a request that has to wait for others waits in the figures too.
/// </summary>
internal static class OpenLoop
{
    /// <summary>Asks at a rate for a time.</summary>
    public static async Task<RateResult> RunAsync(
        double rate,
        TimeSpan time,
        Func<int, Task> ask,
        CancellationToken cancellationToken
    )
    {
        var asked = Math.Max(1, (int)(rate * time.TotalSeconds));
        var took = new ConcurrentBag<double>();
        var errors = 0;
        var clock = Stopwatch.StartNew();
        var under = new List<Task>(asked);
        for (var number = 0; number < asked; number++)
        {
            var due = TimeSpan.FromSeconds(number / rate);
            if (due - clock.Elapsed is { Ticks: > 0 } wait)
            {
                await Task.Delay(wait, cancellationToken);
            }

            under.Add(OneAsync(number, due));
        }

        await Task.WhenAll(under);
        var ordered = took.Order().ToArray();
        return new(rate, asked, errors, Percentile(ordered, 50), Percentile(ordered, 99));

        async Task OneAsync(int number, TimeSpan due)
        {
            try
            {
                await ask(number);
                took.Add((clock.Elapsed - due).TotalMilliseconds);
            }
            catch (Exception) when (!cancellationToken.IsCancellationRequested)
            {
                Interlocked.Increment(ref errors);
            }
        }
    }

    /// <summary>How many a second there are when a few ask as fast as they are answered.</summary>
    public static async Task<double> HighestRateAsync(
        int askers,
        TimeSpan time,
        Func<int, Task> ask,
        CancellationToken cancellationToken
    )
    {
        var clock = Stopwatch.StartNew();
        var done = 0;
        await Task.WhenAll(Enumerable.Range(0, askers).Select(AskAsync));
        return done / clock.Elapsed.TotalSeconds;

        async Task AskAsync(int asker)
        {
            for (var number = asker; clock.Elapsed < time; number += askers)
            {
                await ask(number);
                Interlocked.Increment(ref done);
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
    }

    private static double Percentile(double[] ordered, int percent) =>
        ordered.Length == 0
            ? double.NaN
            : ordered[Math.Min(ordered.Length - 1, (int)Math.Ceiling(ordered.Length * percent / 100.0) - 1)];
}
