using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using YosWorkflow.Web.Access;
using YosWorkflow.Web.Pages.AuditRounds;
using YosWorkflow.Web.Pages.Deliveries;
using YosWorkflow.Web.Pages.Returns;
using YosWorkflow.Web.Pages.WholeService;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routes.Audits;
using YosWorkflow.Web.Routes.Reports;
using YosWorkflow.Web.SignIn;

namespace YosWorkflow.Web;

/// <summary>What the routes and pages need of a host's services.</summary>
public static class WebServices
{
    /// <summary>
    /// Adds what decides who may call a route, and what pages are rendered with. Settings, use cases, storage,
    /// <see cref="TimeProvider"/> and logging are the host's to add.
    /// </summary>
    public static IServiceCollection AddYosWeb(this IServiceCollection services, Site site) =>
        services
            .AddSingleton(site)
            .AddSingleton<Callers>()
            .AddSingleton<RouteLimits>()
            .AddSingleton<RouteGate>()
            .AddSingleton<MessagePages>()
            .AddSingleton<ServiceReader>()
            .AddSingleton<ReportFiles>()
            .AddSingleton<AuditGate>()
            .AddSingleton<CaseAudits>()
            .AddSingleton<ReturnPages>()
            .AddSingleton<AuditorPages>()
            .AddAuditStarter();

    /// <summary>
    /// Adds the sign-in for development. Only a host that people reach directly may have it: behind the Functions host every request
    /// would seem to come from the machine itself.
    /// </summary>
    public static IServiceCollection AddDevelopmentSignIn(this IServiceCollection services) =>
        services.AddSingleton<DevelopmentSignIn>();

    // A host that starts rounds in a way of its own adds that after this.
    private static IServiceCollection AddAuditStarter(this IServiceCollection services)
    {
        services.TryAddSingleton<IAuditStarter, DirectAuditStarter>();
        return services;
    }
}
