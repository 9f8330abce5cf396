using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using YosWorkflow.Services.Settings;
using YosWorkflow.Web.Problems;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Access;

/// <summary>
/// Holds back who calls a route that anyone may call more often than anyone needs to. Each address has its own allowance, so that
/// nobody uses up another's; each instance of a host counts for itself.
/// </summary>
public sealed class RouteLimits(YosSettings settings) : IDisposable
{
    private readonly PartitionedRateLimiter<(YosRoute Route, string Client)> limiter =
        PartitionedRateLimiter.Create<(YosRoute Route, string Client), (string, string)>(call =>
            RateLimitPartition.GetTokenBucketLimiter(
                (call.Route.Template, call.Client),
                _ => Bucket(call.Route.Limit!)
            )
        );

    /// <summary>The answer to a request that is one too many, and says when to come again; null if it is not.</summary>
    internal IResult? Refusal(YosRoute route, HttpRequest request)
    {
        if (route.Limit is not { } limit)
        {
            return null;
        }

        using var lease = limiter.AttemptAcquire((route, ClientOf(request)));
        if (lease.IsAcquired)
        {
            return null;
        }

        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.Zero;
        request.HttpContext.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds))
            .ToString(CultureInfo.InvariantCulture);
        return Problem.Result(
            ProblemKind.TooMany,
            $"One address may call this {limit.ASecond} times a second, and {limit.AtOnce} times at once."
        );
    }

    /// <inheritdoc/>
    public void Dispose() => limiter.Dispose();

    private static TokenBucketRateLimiterOptions Bucket(RouteLimit limit) =>
        new()
        {
            TokenLimit = limit.AtOnce,
            TokensPerPeriod = limit.ASecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        };

    // In Azure every request comes from the platform, which adds the address it has it from to those that were said before.
    private string ClientOf(HttpRequest request) =>
        settings.InAzure && request.Headers["X-Forwarded-For"] is [.., { Length: > 0 } forwarded]
            ? forwarded[(forwarded.LastIndexOf(',') + 1)..].Trim()
            : request.HttpContext.Connection.RemoteIpAddress?.ToString() ?? "";
}
