using YosWorkflow.Core.Calendar;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Services.Settings;

namespace YosWorkflow.Local.Serving;

/// <summary>
/// Draws the audit rounds of a month that has begun, and runs the morning's chase of each working day, once, in the service's
/// morning hour: a start that comes late in the hour, or one that was stopped in the middle, catches up. What has been done is in the run's row, and not here.
/// </summary>
internal sealed class MorningSchedule(
    LocalChases chases,
    DrawDueRounds rounds,
    ChaseRunTable runs,
    YosSettings settings,
    TimeProvider clock,
    ILogger<MorningSchedule> log
) : BackgroundService
{
    private static readonly TimeSpan EveryMinute = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(EveryMinute, clock);
        do
        {
            await LookAsync(stoppingToken);
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    // What fails is tried again at the next look: storage may be down for a while.
    private async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            var now = clock.GetUtcNow();
            var day = MorningHour.DayOf(now, settings.TimeZone, settings.ChaseHour, settings.Rules.Calendar);
            if (
                day is { } morning
                && await runs.FindAsync(morning, cancellationToken) is not { FinishedAt: not null }
            )
            {
                await DrawAsync(morning, cancellationToken);
                await chases.RunAsync(morning);
            }
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            log.LogError(exception, "The schedule could not do its work; it tries again in a minute.");
        }
    }

    // A round that can't be drawn must not keep anyone from being told of what is due.
    private async Task DrawAsync(DateOnly morning, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var outcome in await rounds.ExecuteAsync(morning, cancellationToken))
            {
                if (outcome is AuditOutcome<SampledRound>.Refused refused)
                {
                    log.LogWarning("A round was not drawn: {Reason}", refused.Refusal.Reason);
                }
            }
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            log.LogError(
                exception,
                "The rounds of the month could not be drawn; the next morning tries again."
            );
        }
    }
}
