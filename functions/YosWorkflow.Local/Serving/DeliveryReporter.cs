using YosWorkflow.Local.Capture;

namespace YosWorkflow.Local.Serving;

/// <summary>Reports captured emails as delivered, some seconds after they came, as SendGrid does.</summary>
internal sealed class DeliveryReporter(
    CapturedDeliveries deliveries,
    TimeProvider clock,
    ILogger<DeliveryReporter> log
) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await deliveries.ReportAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning(
                    exception,
                    "Captured emails could not be reported as delivered; it is tried again."
                );
            }
        }
    }
}
