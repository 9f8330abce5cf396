namespace YosWorkflow.Services.Delivery;

/// <summary>When a digest that could not be sent is tried again, and when no more. The only place that says so.</summary>
public static class BackOff
{
    /// <summary>How often a digest is tried before it is parked.</summary>
    public const int MostAttempts = 10;

    /// <summary>
    /// For how long a sender is believed to be at work on a digest that it has claimed. It is far more than a try can take, so
    /// that after it the sender is dead.
    /// </summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(10);

    /// <summary>How long after it was made a digest is late, so that what it says is looked up again before it is sent.</summary>
    public static readonly TimeSpan LateAfter = TimeSpan.FromMinutes(10);

    /// <summary>For how long a digest is tried before it is parked.</summary>
    public static readonly TimeSpan MostAge = TimeSpan.FromDays(3);

    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromMinutes(1),
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(15),
        TimeSpan.FromHours(1),
        TimeSpan.FromHours(4),
        TimeSpan.FromHours(12),
        TimeSpan.FromHours(24),
    ];

    /// <summary>How long to wait after so many tries: from 1 minute to a day, and never shorter than the provider asked for.</summary>
    /// <param name="attempts">How often it was tried, from 1.</param>
    /// <param name="asked">How long the provider asked us to wait, or null.</param>
    public static TimeSpan After(int attempts, TimeSpan? asked)
    {
        var own = Waits[Math.Clamp(attempts, 1, Waits.Length) - 1];
        return asked > own ? asked.Value : own;
    }

    /// <summary>When to try again after so many tries; null: no more.</summary>
    /// <param name="attempts">How often it was tried, from 1.</param>
    /// <param name="asked">How long the provider asked us to wait, or null.</param>
    /// <param name="since">Since when it is tried.</param>
    /// <param name="now">The time.</param>
    public static DateTimeOffset? Next(
        int attempts,
        TimeSpan? asked,
        DateTimeOffset since,
        DateTimeOffset now
    )
    {
        if (attempts >= MostAttempts)
        {
            return null;
        }

        // As a span and not as a time: a provider may ask for more than the calendar holds.
        var wait = After(attempts, asked);
        return now - since + wait <= MostAge ? now + wait : null;
    }
}
