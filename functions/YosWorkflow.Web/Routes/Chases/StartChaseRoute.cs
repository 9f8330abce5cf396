#pragma warning disable MA0025 // signatures first: the bodies come with the next commits
using Microsoft.AspNetCore.Http;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Routes.Chases;

/// <summary>Starts the chase of a day, or finds it started.</summary>
public sealed class StartChaseRoute : IRouteHandler
{
    /// <inheritdoc/>
    public Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken) =>
        throw new NotImplementedException();
}
