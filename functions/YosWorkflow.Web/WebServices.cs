using Microsoft.Extensions.DependencyInjection;

namespace YosWorkflow.Web;

/// <summary>What the routes and pages need of a host's services.</summary>
public static class WebServices
{
    /// <summary>Adds what pages are rendered with. Use cases, storage and <see cref="TimeProvider"/> are the host's to add.</summary>
    public static IServiceCollection AddYosWeb(this IServiceCollection services)
    {
        services.AddLogging();
        return services;
    }
}
