using Microsoft.AspNetCore.Http;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Services.Delivery;
using YosWorkflow.Web.Problems;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Routes.Health;

/// <summary>
/// Says that the service is alive, that its storage answers, and how long the oldest digest that is still to be sent has waited.
/// It tells nothing of any case or person, so anyone may ask.
/// </summary>
public sealed class HealthRoute(DigestTable digests, Site site, TimeProvider clock) : IRouteHandler
{
    // What could not be sent within two weeks is no longer a queue but something for a person, and is in the chases' runs.
    private const int QueueDays = 14;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly DigestState[] Unsent =
    [
        DigestState.Created,
        DigestState.Sending,
        DigestState.Failed,
    ];

    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            var since = site.Today(clock).AddDays(-QueueDays);
            var queue = await digests.ReadSinceAsync(since, Unsent, either.Token);
            return ApiJson.Result(new HealthAnswer("ok", "ok", QueueAnswer.Of(queue, clock.GetUtcNow())));
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            return Problem.Result(ProblemKind.StorageDown, "The tables did not answer in time.");
        }
    }
}

/// <summary>How the service is.</summary>
/// <param name="Status">That it is alive: <c>ok</c>.</param>
/// <param name="Storage">That storage answers: <c>ok</c>; where it does not, the answer is 503.</param>
/// <param name="Queue">What is still to be sent.</param>
internal sealed record HealthAnswer(string Status, string Storage, QueueAnswer Queue);

/// <summary>What is still to be sent.</summary>
/// <param name="Unsent">How many digests.</param>
/// <param name="OldestSeconds">How long the oldest has waited, in seconds; null if there is none.</param>
internal sealed record QueueAnswer(int Unsent, long? OldestSeconds)
{
    public static QueueAnswer Of(IReadOnlyList<StoredDigest> unsent, DateTimeOffset now) =>
        new(
            unsent.Count,
            unsent.Count == 0 ? null : (long)(now - unsent.Min(digest => digest.CreatedAt)).TotalSeconds
        );
}
