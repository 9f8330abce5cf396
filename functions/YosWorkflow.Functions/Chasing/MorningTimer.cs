using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using YosWorkflow.Core.Calendar;
using YosWorkflow.Functions.Auditing;
using YosWorkflow.Services.Settings;

namespace YosWorkflow.Functions.Chasing;

/// <summary>
/// Starts the rounds of audits that are due, and the morning's chase. Timers run on UTC, so it fires every hour, and
/// <see cref="MorningHour"/> says whether a morning of the service has come. Later that morning it finds the chase done, or starts
/// one again that failed; so an hour that was missed needs no further care.
/// </summary>
public sealed class MorningTimer(YosSettings settings, DueRounds rounds, TimeProvider clock)
{
    /// <summary>Every hour, on the hour.</summary>
    public const string Schedule = "0 0 * * * *";

    /// <summary>Starts them if their hour has come.</summary>
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
            // Rounds are drawn first, so that the chase's digests tell of them.
            await rounds.StartAsync(day, client, cancellationToken);
            await new DurableChaseStarter(client).StartAsync(day, cancellationToken);
        }
    }
}
