using Microsoft.Azure.Functions.Worker;
using YosWorkflow.Services.Operations;

namespace YosWorkflow.Functions.Operations;

/// <summary>Records how the service is, on which the alerts wait.</summary>
public sealed class VitalsTimer(RecordVitals vitals)
{
    /// <summary>Every quarter of an hour, beside what the other timers do.</summary>
    public const string Schedule = "0 2/15 * * * *";

    /// <summary>Records it.</summary>
    [Function("RecordVitals")]
    public Task RunAsync([TimerTrigger(Schedule)] TimerInfo timer, CancellationToken cancellationToken) =>
        vitals.ExecuteAsync(cancellationToken);
}
