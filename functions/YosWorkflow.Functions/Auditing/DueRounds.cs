using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using YosWorkflow.Core.Audits;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Services.Settings;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Functions.Auditing;

/// <summary>
/// Starts the rounds that the schedule asks for on a day. They are drawn first, so that the morning's chase, which is started next,
/// tells of them whenever their orchestrations get going.
/// </summary>
public sealed class DueRounds(
    DrawDueRounds draw,
    AuditTable audits,
    YosSettings settings,
    ILogger<DueRounds> logger
)
{
    /// <summary>Starts what is due and not under way or done. What fails is logged, and tried again with the next morning's hour.</summary>
    public async Task StartAsync(DateOnly day, DurableTaskClient client, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var outcome in await draw.ExecuteAsync(day, cancellationToken))
            {
                if (outcome is AuditOutcome<SampledRound>.Refused { Refusal.Reason: var reason })
                {
                    logger.LogWarning("A round that is due is not drawn. {Reason}", reason);
                }
            }

            foreach (var round in RoundSchedule.DueOn(AuditProgrammes.All, day, settings.Rules.Calendar))
            {
                if (await audits.FindRoundAsync(round, cancellationToken) is not null)
                {
                    await DurableAuditStarter.StartAsync(
                        client,
                        new SampleRequest(round, day),
                        cancellationToken
                    );
                }
            }
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogError(error, "The rounds that are due could not be started.");
        }
    }
}
