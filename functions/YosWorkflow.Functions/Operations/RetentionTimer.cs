using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using YosWorkflow.Services.Retention;
using YosWorkflow.Services.Settings;

namespace YosWorkflow.Functions.Operations;

/// <summary>Purges what has been kept long enough: rows, and the histories of orchestrations that have ended.</summary>
public sealed class RetentionTimer(
    PurgeExpired purge,
    YosSettings settings,
    TimeProvider clock,
    ILogger<RetentionTimer> logger
)
{
    /// <summary>At night, when nothing else is done, and every night: files that nobody came back for are to go soon.</summary>
    public const string Schedule = "0 30 2 * * *";

    private static readonly OrchestrationRuntimeStatus[] Ended =
    [
        OrchestrationRuntimeStatus.Completed,
        OrchestrationRuntimeStatus.Failed,
        OrchestrationRuntimeStatus.Terminated,
    ];

    /// <summary>Purges.</summary>
    [Function("PurgeExpired")]
    public async Task RunAsync(
        [TimerTrigger(Schedule)] TimerInfo timer,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    )
    {
        var report = await purge.ExecuteAsync(dryRun: false, cancellationToken);
        logger.LogInformation(
            "Kept long enough and purged: {Purged}, in {Transactions} storage transactions.",
            report.Summary(),
            report.Transactions
        );
        var histories = await client.PurgeAllInstancesAsync(
            new PurgeInstancesFilter(
                // Backends want a beginning.
                CreatedFrom: DateTimeOffset.UnixEpoch,
                CreatedTo: clock.GetUtcNow().AddDays(-settings.Retention.HistoryDays),
                Statuses: Ended
            ),
            cancellation: cancellationToken
        );
        logger.LogInformation(
            "Purged the histories of {Count} orchestrations.",
            histories.PurgedInstanceCount
        );
    }
}
