using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using YosWorkflow.Functions.Importing;
using YosWorkflow.Services.Import;
using YosWorkflow.Web.Access;
using YosWorkflow.Web.Routes.Imports;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Functions.Http;

/// <summary>The route of imports.</summary>
public sealed class ImportFunctions(StagedImport import)
{
    /// <summary>Imports a caseload: at once, or by an orchestration where it is large.</summary>
    [Function("PostImport")]
    public Task<IResult> ImportAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/caseload/imports")]
            HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    )
    {
        request.HttpContext.Features.Set<IImportStarter>(new DurableImportStarter(client, import));
        return RouteRunner.RunAsync<ImportCaseloadRoute>(FunctionKey.WasChecked(request), cancellationToken);
    }
}
