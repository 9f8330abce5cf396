using Microsoft.AspNetCore.Http;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Pages.ApiDocs;

/// <summary>The programming interface to read: by route, with parameters, examples and errors.</summary>
public sealed class ApiDocsPageRoute : IRouteHandler
{
    /// <inheritdoc/>
    public Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken) =>
        Page.RenderAsync<ApiDocsPage>(request, new ApiDocsModel());
}
