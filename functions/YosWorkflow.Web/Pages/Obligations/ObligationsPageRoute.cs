#pragma warning disable MA0025 // signatures first: the bodies come with the next commits
using Microsoft.AspNetCore.Http;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Pages.Obligations;

/// <summary>The obligations of all teams, to look through.</summary>
public sealed class ObligationsPageRoute : IRouteHandler
{
    /// <inheritdoc/>
    public Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken) =>
        throw new NotImplementedException();
}
