using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using YosWorkflow.Core.Calendar;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Services.Settings;

namespace YosWorkflow.Functions.Chasing;

/// <summary>
/// Draws the audit rounds of a month that has begun, and starts the morning's chase. Timers run on UTC, so it fires every hour, and <see cref="MorningHour"/> says whether a morning
/// of the service has come. Later that morning it finds the chase done, or starts one again that failed; so an hour that was
/// missed needs no further care.
/// </summary>
public sealed class MorningTimer(
    YosSettings settings,
    TimeProvider clock,
    DrawDueRounds rounds,
    ILogger<MorningTimer> logger
)
{
    /// <summary>Every hour, on the hour.</summary>
    public const string Schedule = "0 0 * * * *";

    /// <summary>Starts the chase if its hour has come.</summary>
    [Function("StartMorningChase")]
    public async Task RunAsync(
        [TimerTrigger(Schedule)] TimerInfo timer,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    )
    {
        var morning = MorningHour.DayOf(
            clock.GetUtcNow(),
            settings.TimeZone,
            settings.ChaseHour,
            settings.Rules.Calendar
        );
        if (morning is { } day)
        {
            await DrawAsync(day, cancellationToken);
            await new DurableChaseStarter(client).StartAsync(day, cancellationToken);
        }
    }

    // A round that can't be drawn must not keep anyone from being told of what is due.
    private async Task DrawAsync(DateOnly day, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var outcome in await rounds.ExecuteAsync(day, cancellationToken))
            {
                if (outcome is AuditOutcome<SampledRound>.Refused refused)
                {
                    logger.LogWarning("A round was not drawn: {Reason}", refused.Refusal.Reason);
                }
            }
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogError(
                error,
                "The rounds of the month could not be drawn; it is tried again in an hour."
            );
        }
    }
}
