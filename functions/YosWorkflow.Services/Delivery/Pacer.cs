namespace YosWorkflow.Services.Delivery;

/// <summary>Keeps a distance in time between requests, first come, first served. Many may ask at once.</summary>
/// <param name="gap">The distance; zero: none.</param>
/// <param name="clock">The time. Setting its date forward or back changes nothing.</param>
internal sealed class Pacer(TimeSpan gap, TimeProvider clock)
{
    private readonly Lock turns = new();
    private readonly long step = (long)(gap.TotalSeconds * clock.TimestampFrequency);
    private long next = long.MinValue;

    /// <summary>Waits for the caller's turn.</summary>
    public Task WaitAsync(CancellationToken cancellationToken)
    {
        TimeSpan wait;
        lock (turns)
        {
            var now = clock.GetTimestamp();
            var turn = Math.Max(next, now);
            next = turn + step;
            wait = clock.GetElapsedTime(now, turn);
        }

        return wait > TimeSpan.Zero ? Task.Delay(wait, clock, cancellationToken) : Task.CompletedTask;
    }
}
