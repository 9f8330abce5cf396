using System.Collections.Immutable;
using YosWorkflow.Web.Assets;
using YosWorkflow.Web.Pages.Chases;
using YosWorkflow.Web.Pages.Home;
using YosWorkflow.Web.Pages.MyDay;
using YosWorkflow.Web.Pages.Obligations;
using YosWorkflow.Web.Pages.Sent;
using YosWorkflow.Web.Routes.Chases;
using YosWorkflow.Web.Routes.Health;
using YosWorkflow.Web.Routes.Imports;
using YosWorkflow.Web.Routes.Obligations;
using YosWorkflow.Web.Routes.Webhooks;

namespace YosWorkflow.Web.Routing;

/// <summary>The table of routes by which the hosts are held together.</summary>
public static class YosRoutes
{
    /// <summary>
    /// The routes that every host answers. What none of them answers goes to <see cref="UnknownRoute"/>.
    /// </summary>
    public static ImmutableArray<YosRoute> All { get; } =
    [
        YosRoute.Api<ImportCaseloadRoute>("POST", "/api/caseload/imports"),
        YosRoute.Api<ListObligationsRoute>("GET", "/api/obligations"),
        YosRoute.Api<AcknowledgeObligationRoute>(
            "POST",
            "/api/obligations/{caseRef}/{ruleId}/acknowledgements"
        ),
        YosRoute.Api<StartChaseRoute>("POST", "/api/chases"),
        YosRoute.Api<ReadChaseRoute>("GET", "/api/chases/{date}"),
        YosRoute.Api<SendGridEventsRoute>("POST", "/api/webhooks/sendgrid", RouteAccess.Anyone),
        YosRoute.Api<HealthRoute>("GET", "/api/health", RouteAccess.Anyone),
        YosRoute.Page<HomePageRoute>("/"),
        YosRoute.Page<MyDayPageRoute>("/my-day"),
        YosRoute.Page<ObligationsPageRoute>("/obligations"),
        YosRoute.Page<ChasePageRoute>("/chases/{date}"),
        YosRoute.Page<AssetRoute>("/assets/{name}", RouteAccess.Anyone),
    ];

    /// <summary>The page of what the capture server received, which only a host that has one answers.</summary>
    public static YosRoute Sent { get; } = YosRoute.Page<SentPageRoute>("/sent");

    /// <summary>The route that a handler answers.</summary>
    internal static YosRoute Of(Type handler) =>
        All.Append(Sent).FirstOrDefault(route => route.Handler == handler)
        ?? throw new ArgumentException($"{handler.Name} answers no route.", nameof(handler));
}
