using Microsoft.AspNetCore.Http;

namespace YosWorkflow.Web.Routes.Chases;

/// <summary>
/// Starts chases in the host's own way: the Functions app by an orchestration, the local host on a task of its own. A host
/// may put one into the request's features; otherwise it is taken from the services.
/// </summary>
public interface IChaseStarter
{
    /// <summary>Starts the chase of a day, or finds it started: the same day twice is the same chase.</summary>
    /// <returns>Where its progress can be seen: an absolute or relative address for the Location header.</returns>
    Task<string> StartAsync(DateOnly day, HttpRequest request, CancellationToken cancellationToken);
}
