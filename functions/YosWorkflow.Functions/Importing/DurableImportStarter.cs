using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using YosWorkflow.Services.Import;
using YosWorkflow.Web.Routes.Imports;

namespace YosWorkflow.Functions.Importing;

/// <summary>Starts imports as orchestrations, once their files are in storage.</summary>
internal sealed class DurableImportStarter(DurableTaskClient client, StagedImport import)
    : IImportStarter,
        IStagedImportStarter
{
    /// <inheritdoc/>
    public async Task<StartedImport> StartAsync(
        ImportFiles files,
        HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var staged = await import.StageAsync(files, cancellationToken);
        if (staged.Id is null)
        {
            return new StartedImport(Location: null, staged.Refusal);
        }

        await StartAsync(staged.Id, cancellationToken);
        var instance = ImportCaseloadOrchestration.InstanceId(staged.Id);
        return new StartedImport(client.StatusAddress(instance), Refusal: null);
    }

    /// <inheritdoc/>
    public Task StartAsync(string id, CancellationToken cancellationToken) =>
        client.StartUnlessAsync(
            DurableStart.UnderWay,
            ImportCaseloadOrchestration.Name,
            ImportCaseloadOrchestration.InstanceId(id),
            id,
            cancellationToken
        );
}
