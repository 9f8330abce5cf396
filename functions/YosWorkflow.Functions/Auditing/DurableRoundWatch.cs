using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Web.Routes.Audits;

namespace YosWorkflow.Functions.Auditing;

/// <summary>Tells the orchestrations of a round what has changed, as external events. Nobody waits for one that does not get there.</summary>
internal sealed class DurableRoundWatch(DurableTaskClient client, ILogger logger) : IRoundWatch
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public Task ReturnCameInAsync(RoundId round, string caseRef, CancellationToken cancellationToken) =>
        RaiseAsync(
            AuditReturnOrchestration.InstanceId(round, caseRef),
            AuditReturnOrchestration.Changed,
            caseRef,
            cancellationToken
        );

    /// <inheritdoc/>
    public Task ReturnReopenedAsync(RoundId round, string caseRef, CancellationToken cancellationToken) =>
        RaiseAsync(
            AuditRoundOrchestration.InstanceId(round),
            AuditRoundOrchestration.Reopened,
            caseRef,
            cancellationToken
        );

    private async Task RaiseAsync(
        string instanceId,
        string eventName,
        string caseRef,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await client
                .RaiseEventAsync(instanceId, eventName, caseRef, cancellationToken)
                .WaitAsync(Longest, cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // As for a round that was drawn in another way, or a case that is not looked after any more.
            logger.LogInformation(failure, "{Event} did not get to {Instance}.", eventName, instanceId);
        }
    }
}
