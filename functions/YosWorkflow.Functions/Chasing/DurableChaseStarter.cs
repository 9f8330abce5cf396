using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using YosWorkflow.Web.Routes.Chases;

namespace YosWorkflow.Functions.Chasing;

/// <summary>Starts chases as orchestrations.</summary>
internal sealed class DurableChaseStarter(DurableTaskClient client) : IChaseStarter
{
    /// <inheritdoc/>
    public async Task<string> StartAsync(
        DateOnly day,
        HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        await StartAsync(day, cancellationToken);
        return client.StatusAddress(ChaseDayOrchestration.InstanceId(day));
    }

    /// <summary>Starts the chase of a day, unless it is under way or done.</summary>
    public Task StartAsync(DateOnly day, CancellationToken cancellationToken) =>
        client.StartUnlessAsync(
            DurableStart.UnderWayOrDone,
            ChaseDayOrchestration.Name,
            ChaseDayOrchestration.InstanceId(day),
            day,
            cancellationToken
        );
}
