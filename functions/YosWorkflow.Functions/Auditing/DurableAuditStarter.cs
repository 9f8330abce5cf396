using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using YosWorkflow.Core.Audits;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Web.Routes.Audits;

namespace YosWorkflow.Functions.Auditing;

/// <summary>
/// Starts rounds as orchestrations. What stands against a sample is found by drawing it without keeping it, so that it is said in
/// the answer and not only in the status.
/// </summary>
internal sealed class DurableAuditStarter(DurableTaskClient client, DrawSample drawSample) : IAuditStarter
{
    /// <inheritdoc/>
    public async Task<AuditStart> StartAsync(
        SampleRequest sample,
        HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        switch (await drawSample.ExecuteAsync(sample, dryRun: true, cancellationToken))
        {
            case AuditOutcome<DrawnRound>.Refused refused:
                return new AuditStart.Refused(refused.Refusal);
            case AuditOutcome<DrawnRound>.Done { Value.Notes: var notes }:
                await StartAsync(client, sample, cancellationToken);
                return new AuditStart.Started(
                    client.StatusAddress(AuditRoundOrchestration.InstanceId(sample.Round)),
                    notes
                );
            case var other:
                throw new InvalidOperationException($"{other.GetType().Name} has no answer.");
        }
    }

    /// <summary>Starts a round, unless it is under way or done.</summary>
    public static Task StartAsync(
        DurableTaskClient client,
        SampleRequest sample,
        CancellationToken cancellationToken
    ) =>
        client.StartUnlessAsync(
            DurableStart.UnderWayOrDone,
            AuditRoundOrchestration.Name,
            AuditRoundOrchestration.InstanceId(sample.Round),
            RoundToBegin.Of(sample),
            cancellationToken
        );
}
