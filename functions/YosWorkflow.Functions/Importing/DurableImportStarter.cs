using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using YosWorkflow.Services.Import;
using YosWorkflow.Web.Routes.Imports;

namespace YosWorkflow.Functions.Importing;

/// <summary>Starts imports as orchestrations, once their files are in storage.</summary>
internal sealed class DurableImportStarter(DurableTaskClient client, StagedImport import) : IImportStarter
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

        var instance = ImportCaseloadOrchestration.InstanceId(staged.Id);
        await client.StartUnlessAsync(
            DurableStart.UnderWay,
            ImportCaseloadOrchestration.Name,
            instance,
            staged.Id,
            cancellationToken
        );
        return new StartedImport(client.StatusAddress(instance), Refusal: null);
    }
}
