using Microsoft.Azure.Functions.Worker;
using YosWorkflow.Core.Calendar;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Services.Delivery;
using YosWorkflow.Services.Settings;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Functions.Delivery;

/// <summary>
/// Sweeps the outbox: sends what was composed and never sent, what failed and is to be tried again, and what a sender that died
/// had claimed. It keeps to the daytime of working days; what is left then goes with the next morning's chase.
/// </summary>
public sealed class OutboxTimer(
    YosSettings settings,
    TimeProvider clock,
    CaseloadTable caseload,
    SendDigests send
)
{
    /// <summary>Every ten minutes, and not on the hour, when the chase begins.</summary>
    public const string Schedule = "0 5/10 * * * *";

    /// <summary>Sends what is left over.</summary>
    [Function("SweepOutbox")]
    public async Task RunAsync([TimerTrigger(Schedule)] TimerInfo timer, CancellationToken cancellationToken)
    {
        var today = Daytime.DayOf(
            clock.GetUtcNow(),
            settings.TimeZone,
            settings.ChaseHour,
            settings.Rules.Calendar
        );
        if (today is { } day)
        {
            await SendAsync(await send.LeftOverAsync(day, cancellationToken), cancellationToken);
        }
    }

    private async Task SendAsync(IReadOnlyList<DigestKey> keys, CancellationToken cancellationToken)
    {
        if (keys.Count == 0)
        {
            return;
        }

        var staff = await caseload.ReadStaffAsync(cancellationToken);
        foreach (var page in SendDigests.Pages(keys))
        {
            await send.ExecuteAsync(page, staff, cancellationToken);
        }
    }
}
