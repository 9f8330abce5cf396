using YosWorkflow.Services.Operations;

namespace YosWorkflow.Local.Serving;

/// <summary>Records how the service is, every quarter of an hour, for whoever listens to its metrics.</summary>
internal sealed class VitalsRecorder(RecordVitals vitals, TimeProvider clock, ILogger<VitalsRecorder> log)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(15);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await vitals.ExecuteAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(
                    exception,
                    "How the service is could not be recorded; it is tried again in a quarter of an hour."
                );
            }
        }
    }
}
