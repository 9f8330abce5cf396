using YosWorkflow.Core.Calendar;
using YosWorkflow.Services.Delivery;
using YosWorkflow.Services.Settings;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Local.Serving;

/// <summary>
/// Sends what was left over: digests that failed for a reason that has passed, or whose sender died. Only in the daytime of
/// working days: nobody is told at night or at weekends.
/// </summary>
internal sealed class OutboxSweep(
    SendDigests send,
    CaseloadTable caseload,
    YosSettings settings,
    TimeProvider clock,
    ILogger<OutboxSweep> log
) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await SweepAsync(stoppingToken);
        }
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (
                Daytime.DayOf(
                    clock.GetUtcNow(),
                    settings.TimeZone,
                    settings.ChaseHour,
                    settings.Rules.Calendar
                )
                    is { } day
                && await send.LeftOverAsync(day, cancellationToken) is { Count: > 0 } left
            )
            {
                var staff = await caseload.ReadStaffAsync(cancellationToken);
                foreach (var page in SendDigests.Pages(left))
                {
                    await send.ExecuteAsync(page, staff, cancellationToken);
                }
            }
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            log.LogError(exception, "The outbox could not be swept; it is tried again in five minutes.");
        }
    }
}
