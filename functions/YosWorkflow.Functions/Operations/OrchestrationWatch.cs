using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using YosWorkflow.Services.Operations;

namespace YosWorkflow.Functions.Operations;

/// <summary>Looks for orchestrations that run for too long, and says so in the log and as a metric, on which an alert waits.</summary>
public sealed class OrchestrationWatch(
    TimeProvider clock,
    ServiceTelemetry telemetry,
    ILogger<OrchestrationWatch> logger
)
{
    /// <summary>Every quarter of an hour, a minute before what has been recorded is sent off.</summary>
    public const string Schedule = "0 1/15 * * * *";

    /// <summary>Looks.</summary>
    [Function("WatchOrchestrations")]
    public async Task RunAsync(
        [TimerTrigger(Schedule)] TimerInfo timer,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    )
    {
        var running = new List<RunningOrchestration>();
        var query = new OrchestrationQuery
        {
            Statuses = DurableStart.UnderWay,
            CreatedTo = clock.GetUtcNow() - OverlongRuns.Working,
        };
        await foreach (var instance in client.GetAllInstancesAsync(query).WithCancellation(cancellationToken))
        {
            running.Add(new(instance.InstanceId, instance.Name, instance.CreatedAt));
        }

        var overlong = OverlongRuns.Of(running, clock.GetUtcNow());
        telemetry.Record(VitalNames.Overlong, overlong.Count);
        foreach (var one in overlong)
        {
            logger.LogError(
                "Orchestration {Instance} has been running since {StartedAt:u}.",
                one.InstanceId,
                one.StartedAt
            );
        }
    }
}
