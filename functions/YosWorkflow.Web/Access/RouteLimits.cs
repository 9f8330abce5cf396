using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using YosWorkflow.Services.Settings;
using YosWorkflow.Web.Problems;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Access;

/// <summary>
/// Holds back who calls a route that anyone may call more often than anyone needs to. Each address has its own allowance, so that
/// nobody uses up another's; each instance of a host counts for itself.
/// </summary>
/// <param name="settings">Whether it runs in Azure, where a header says who calls.</param>
/// <param name="second">How long a second of a limit takes; a second unless said otherwise.</param>
public sealed class RouteLimits(YosSettings settings, TimeSpan? second = null) : IDisposable
{
    private static readonly string[] FrontEnd = ["X-Client-IP", "Client-IP"];

    private readonly PartitionedRateLimiter<(YosRoute Route, string Client)> limiter =
        PartitionedRateLimiter.Create<(YosRoute Route, string Client), (string, string)>(call =>
            RateLimitPartition.GetTokenBucketLimiter(
                (call.Route.Template, call.Client),
                _ => Bucket(call.Route.Limit!, second ?? TimeSpan.FromSeconds(1))
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

    private static TokenBucketRateLimiterOptions Bucket(RouteLimit limit, TimeSpan second) =>
        new()
        {
            TokenLimit = limit.AtOnce,
            TokensPerPeriod = limit.ASecond,
            ReplenishmentPeriod = second,
            QueueLimit = 0,
        };

    // In Azure every request comes from the platform's front end, which says in headers of its own from whom it has it. That of
    // X-Forwarded-For does not get here: the Functions host puts the front end's address in its place.
    private string ClientOf(HttpRequest request)
    {
        var said = settings.InAzure ? FrontEnd.Select(name => AddressIn(request.Headers[name])) : [];
        var from = said.FirstOrDefault(address => address is not null);
        return (from ?? request.HttpContext.Connection.RemoteIpAddress)?.ToString() ?? "";
    }

    private static IPAddress? AddressIn(StringValues header) =>
        header is [{ } text] && IPEndPoint.TryParse(text.Trim(), out var endpoint) ? endpoint.Address : null;
}
