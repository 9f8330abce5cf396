using DurableTask.Core.Exceptions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace YosWorkflow.Functions;

/// <summary>Starts orchestrations whose instance id is their lock.</summary>
internal static class DurableStart
{
    /// <summary>Where there is nothing to do while an instance is there: it is under way.</summary>
    public static IReadOnlyList<OrchestrationRuntimeStatus> UnderWay { get; } =
    [
        OrchestrationRuntimeStatus.Pending,
        OrchestrationRuntimeStatus.Running,
        OrchestrationRuntimeStatus.Suspended,
    ];

    /// <summary>The same for what is done once: it is under way, or done. What failed or was ended is started again.</summary>
    public static IReadOnlyList<OrchestrationRuntimeStatus> UnderWayOrDone { get; } =
    [.. UnderWay, OrchestrationRuntimeStatus.Completed];

    /// <summary>
    /// Starts an instance unless it is in one of these states. That another starts it at the same moment is as good.
    /// </summary>
    public static async Task StartUnlessAsync(
        this DurableTaskClient client,
        IReadOnlyList<OrchestrationRuntimeStatus> standing,
        TaskName orchestration,
        string instanceId,
        object input,
        CancellationToken cancellationToken
    )
    {
        var known = await client.GetInstanceAsync(instanceId, getInputsAndOutputs: false, cancellationToken);
        if (known is not null && standing.Contains(known.RuntimeStatus))
        {
            return;
        }

        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(
                orchestration,
                input,
                new StartOrchestrationOptions(instanceId).WithDedupeStatuses([.. standing]),
                cancellationToken
            );
        }
        catch (OrchestrationAlreadyExistsException)
        {
            // Another started it between the two calls.
        }
    }

    /// <summary>Where an instance's status is: an address that holds the key which it takes.</summary>
    public static string StatusAddress(this DurableTaskClient client, string instanceId) =>
        client.CreateHttpManagementPayload(instanceId).StatusQueryGetUri
        ?? throw new InvalidOperationException("The host does not say where the status of an instance is.");
}
