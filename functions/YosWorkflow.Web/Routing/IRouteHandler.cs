using Microsoft.AspNetCore.Http;

namespace YosWorkflow.Web.Routing;

/// <summary>
/// What a route does. Both hosts call it with the bare request, so it reads query, route values and body itself and relies
/// on no binding by the host. It has one per request and may keep state in fields.
/// </summary>
public interface IRouteHandler
{
    /// <summary>Answers a request. Failures of storage and requests that break off are answered by <see cref="RouteRunner"/>.</summary>
    Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken);
}
