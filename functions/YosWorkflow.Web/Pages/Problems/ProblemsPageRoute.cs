using Microsoft.AspNetCore.Http;
using YosWorkflow.Web.Problems;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Pages.Problems;

/// <summary>Explains the problems that routes answer with; their types lead here.</summary>
public sealed class ProblemsPageRoute : IRouteHandler
{
    /// <inheritdoc/>
    public Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken) =>
        Page.RenderAsync<ProblemsPage>(request, ProblemKind.All);
}
