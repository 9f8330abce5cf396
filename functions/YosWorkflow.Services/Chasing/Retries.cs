namespace YosWorkflow.Services.Chasing;

/// <summary>
/// Tries again what failed, three times, after a short while each: long enough for a hiccup to pass, and short enough not to
/// hold up everything else. What the storage client tries again by itself counts as one try.
/// </summary>
internal static class Retries
{
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(1),
        TimeSpan.FromSeconds(2),
        TimeSpan.FromSeconds(4),
    ];

    /// <summary>Does something, and throws what the last try threw.</summary>
    public static async Task<T> RunAsync<T>(
        Func<Task<T>> work,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        foreach (var wait in Waits)
        {
            try
            {
                return await work();
            }
            catch (Exception) when (!cancellationToken.IsCancellationRequested)
            {
                await Task.Delay(wait, clock, cancellationToken);
            }
        }

        return await work();
    }
}
