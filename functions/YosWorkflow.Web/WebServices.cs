using Microsoft.Extensions.DependencyInjection;
using YosWorkflow.Web.Rendering;

namespace YosWorkflow.Web;

/// <summary>What the routes and pages need of a host's services.</summary>
public static class WebServices
{
    /// <summary>
    /// Adds what pages are rendered with. Use cases, storage, <see cref="TimeProvider"/> and logging are the host's to add.
    /// </summary>
    public static IServiceCollection AddYosWeb(this IServiceCollection services, Site site) =>
        services.AddSingleton(site);
}
