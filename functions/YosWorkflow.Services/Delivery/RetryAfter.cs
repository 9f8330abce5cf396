using System.Globalization;
using System.Net.Http.Headers;

namespace YosWorkflow.Services.Delivery;

/// <summary>How long a provider asks us to wait.</summary>
internal static class RetryAfter
{
    // SendGrid's X-RateLimit-Reset is a time in Unix seconds. What is far too small for one is taken as seconds from now.
    private const long FirstPlausibleTime = 1_000_000_000;

    /// <summary>
    /// Reads <c>Retry-After</c>, in seconds or as a date, or else <c>X-RateLimit-Reset</c>. Null if it says nothing that makes
    /// sense; zero if the time has passed.
    /// </summary>
    /// <param name="header">Gives a header's value by its name, or null.</param>
    /// <param name="now">The time at which the answer came.</param>
    public static TimeSpan? Of(Func<string, string?> header, DateTimeOffset now) =>
        Wait(header("Retry-After"), now) ?? Reset(header("X-RateLimit-Reset"), now);

    private static TimeSpan? Wait(string? value, DateTimeOffset now) =>
        RetryConditionHeaderValue.TryParse(value, out var wait)
            ? wait.Delta ?? AtLeastZero(wait.Date!.Value - now)
            : null;

    private static TimeSpan? Reset(string? value, DateTimeOffset now)
    {
        if (
            !long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds()
        )
        {
            return null;
        }

        return seconds < FirstPlausibleTime
            ? TimeSpan.FromSeconds(seconds)
            : AtLeastZero(DateTimeOffset.FromUnixTimeSeconds(seconds) - now);
    }

    private static TimeSpan AtLeastZero(TimeSpan wait) => wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
}
