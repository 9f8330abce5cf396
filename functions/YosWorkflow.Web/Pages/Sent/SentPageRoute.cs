#pragma warning disable MA0025 // signatures first: the bodies come with the next commits
using Microsoft.AspNetCore.Http;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Pages.Sent;

/// <summary>What the capture server received.</summary>
public sealed class SentPageRoute : IRouteHandler
{
    /// <inheritdoc/>
    public Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken) =>
        throw new NotImplementedException();
}
