using Microsoft.AspNetCore.Http;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Pages.Import;

/// <summary>Shows the form by which files come in.</summary>
public sealed class ImportFormPageRoute : IRouteHandler
{
    /// <inheritdoc/>
    public Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken) =>
        Page.RenderAsync<ImportFormPage>(request, new ImportFormModel([]));
}
