using Microsoft.AspNetCore.Http;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Pages.AuditRounds;

/// <summary>
/// Who audits a case, who else could and why others could not; after a change, what was kept (<c>kept</c>). A table of it as a file:
/// <c>csv</c>.
/// </summary>
public sealed class AuditorPageRoute(AuditorPages pages) : IRouteHandler
{
    /// <inheritdoc/>
    public Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken) =>
        pages.RenderAsync(request, new AuditorForm(), cancellationToken);
}
