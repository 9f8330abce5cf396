#pragma warning disable MA0025 // signatures first: the bodies come with the next commits
using Microsoft.AspNetCore.Http;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Pages.Home;

/// <summary>The home page: how things stand today.</summary>
public sealed class HomePageRoute : IRouteHandler
{
    /// <inheritdoc/>
    public Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken) =>
        throw new NotImplementedException();
}
