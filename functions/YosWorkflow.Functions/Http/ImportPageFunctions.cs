using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using YosWorkflow.Functions.Importing;
using YosWorkflow.Services.Import;
using YosWorkflow.Web.Pages.Import;
using YosWorkflow.Web.Routes.Imports;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Functions.Http;

/// <summary>The pages by which an administrator imports files.</summary>
public sealed class ImportPageFunctions(StagedImport import)
{
    /// <summary>Shows the form.</summary>
    [Function("GetImportPage")]
    public static Task<IResult> FormAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "import")] HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<ImportFormPageRoute>(request, cancellationToken);

    /// <summary>Takes the files.</summary>
    [Function("PostImportForm")]
    public static Task<IResult> StageAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "import")] HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<StageFilesRoute>(request, cancellationToken);

    /// <summary>Shows what they would change.</summary>
    [Function("GetImportPreviewPage")]
    public static Task<IResult> PreviewAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "import/{id}")] HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<ImportPreviewPageRoute>(request, cancellationToken);

    /// <summary>Shows how far their import is.</summary>
    [Function("GetImportProgressPage")]
    public static Task<IResult> ProgressAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "import/{id}/progress")]
            HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<ImportProgressPageRoute>(request, cancellationToken);

    /// <summary>Imports them: at once, or by an orchestration where they are large.</summary>
    [Function("PostImportConfirm")]
    public Task<IResult> ConfirmAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "import/{id}/confirm")]
            HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    )
    {
        request.HttpContext.Features.Set<IStagedImportStarter>(new DurableImportStarter(client, import));
        return RouteRunner.RunAsync<ConfirmImportRoute>(request, cancellationToken);
    }

    /// <summary>Throws them away.</summary>
    [Function("PostImportDiscard")]
    public static Task<IResult> DiscardAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "import/{id}/discard")]
            HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<DiscardImportRoute>(request, cancellationToken);

    /// <summary>Shows what an import did.</summary>
    [Function("GetImportReportPage")]
    public static Task<IResult> ReportAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "imports/{id}")]
            HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<ImportReportPageRoute>(request, cancellationToken);
}
