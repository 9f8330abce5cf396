using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routes.Audits;

namespace YosWorkflow.Web;

/// <summary>What the routes and pages need of a host's services.</summary>
public static class WebServices
{
    /// <summary>
    /// Adds what pages are rendered with. Use cases, storage, <see cref="TimeProvider"/> and logging are the host's to add.
    /// </summary>
    public static IServiceCollection AddYosWeb(this IServiceCollection services, Site site) =>
        services.AddSingleton(site).AddAuditStarter();

    // A host that starts rounds in a way of its own adds that after this.
    private static IServiceCollection AddAuditStarter(this IServiceCollection services)
    {
        services.TryAddSingleton<IAuditStarter, DirectAuditStarter>();
        return services;
    }
}
