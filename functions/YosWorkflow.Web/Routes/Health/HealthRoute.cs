using Microsoft.AspNetCore.Http;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Services.Delivery;
using YosWorkflow.Services.Operations;
using YosWorkflow.Web.Problems;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Routes.Health;

/// <summary>
/// Says that the service is alive, that its storage answers, how long the oldest digest that is still to be sent has waited, how
/// many are parked, which day was chased last, and each signal with its threshold. While it is alive it answers 200, however it is.
/// It tells nothing of any case or person, so anyone may ask.
/// </summary>
public sealed class HealthRoute(
    DigestTable digests,
    ChaseRunTable runs,
    ReadVitals vitals,
    Site site,
    TimeProvider clock
) : IRouteHandler
{
    // What could not be sent within two weeks is no longer a queue but something for a person, and is in the chases' runs.
    private const int QueueDays = 14;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly DigestState[] NotSent =
    [
        DigestState.Created,
        DigestState.Sending,
        DigestState.Failed,
        DigestState.Parked,
    ];

    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            var since = site.Today(clock).AddDays(-QueueDays);
            var notSent = await digests.ReadSinceAsync(since, NotSent, either.Token);
            var last = await runs.ReadLatestAsync(1, either.Token);
            var read = await vitals.ExecuteAsync(either.Token);
            return ApiJson.Result(
                new HealthAnswer(
                    read.IsWell ? "ok" : "degraded",
                    "ok",
                    QueueAnswer.Of(notSent, clock.GetUtcNow()),
                    last is [var run] ? new LastChaseAnswer(run.Day, run.FinishedAt) : null,
                    [
                        .. read.Signs.Select(sign => new CheckAnswer(
                            sign.Name,
                            sign.Value,
                            sign.Limit,
                            sign.IsWell
                        )),
                    ]
                )
            );
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            return Problem.Result(ProblemKind.StorageDown, "The tables did not answer in time.");
        }
    }
}

/// <summary>How the service is.</summary>
/// <param name="Status">It is alive: <c>ok</c>, or <c>degraded</c> where a check is not.</param>
/// <param name="Storage">That storage answers: <c>ok</c>; where it does not, the answer is 503.</param>
/// <param name="Queue">What is still to be sent.</param>
/// <param name="LastChase">The chase of the latest day, or null if there was none.</param>
/// <param name="Checks">The figures by which one sees how it is.</param>
internal sealed record HealthAnswer(
    string Status,
    string Storage,
    QueueAnswer Queue,
    LastChaseAnswer? LastChase,
    IReadOnlyList<CheckAnswer> Checks
);

/// <summary>A figure by which one sees how the service is.</summary>
/// <param name="Name">Its name, as the operations page has it.</param>
/// <param name="Value">What it is.</param>
/// <param name="Threshold">What it may be at most; null: it has no limit.</param>
/// <param name="Ok">Whether it is.</param>
internal sealed record CheckAnswer(string Name, double Value, double? Threshold, bool Ok);

/// <summary>What is still to be sent.</summary>
/// <param name="Unsent">How many digests.</param>
/// <param name="OldestSeconds">How long the oldest has waited, in seconds; null if there is none.</param>
/// <param name="Parked">How many digests of the last two weeks can't be delivered, and wait for a person.</param>
internal sealed record QueueAnswer(int Unsent, long? OldestSeconds, int Parked)
{
    public static QueueAnswer Of(IReadOnlyList<StoredDigest> notSent, DateTimeOffset now)
    {
        var unsent = notSent.Where(digest => digest.State != DigestState.Parked).ToArray();
        return new(
            unsent.Length,
            unsent.Length == 0 ? null : (long)(now - unsent.Min(digest => digest.CreatedAt)).TotalSeconds,
            notSent.Count - unsent.Length
        );
    }
}

/// <summary>The chase of the latest day.</summary>
/// <param name="Day">The day.</param>
/// <param name="FinishedAt">When it was last through with everything, or null while it never was.</param>
internal sealed record LastChaseAnswer(DateOnly Day, DateTimeOffset? FinishedAt);
