using System.Collections.Immutable;
using YosWorkflow.Web.Assets;
using YosWorkflow.Web.Pages.Chases;
using YosWorkflow.Web.Pages.Home;
using YosWorkflow.Web.Pages.MyDay;
using YosWorkflow.Web.Pages.Obligations;
using YosWorkflow.Web.Pages.Problems;
using YosWorkflow.Web.Pages.Sent;
using YosWorkflow.Web.Pages.Teams;
using YosWorkflow.Web.Routes.Audits;
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
        YosRoute.Post<ImportCaseloadRoute>("/api/caseload/imports"),
        YosRoute.Get<ListObligationsRoute>("/api/obligations"),
        YosRoute.Post<AcknowledgeObligationRoute>("/api/obligations/{caseRef}/{ruleId}/acknowledgements"),
        YosRoute.Post<StartChaseRoute>("/api/chases"),
        YosRoute.Get<ReadChaseRoute>("/api/chases/{date}"),
        YosRoute.Post<StartSampleRoute>("/api/audits/samples"),
        YosRoute.Get<ReadRoundRoute>("/api/audits/{programme}/{month}"),
        YosRoute.Get<ReadSampleRoute>("/api/audits/{programme}/{month}/sample"),
        YosRoute.Get<ReadFindingsRoute>("/api/audits/{programme}/{month}/findings"),
        YosRoute.Get<ReadReturnRoute>("/api/audits/{programme}/{month}/{caseRef}"),
        YosRoute.Put<SaveReturnRoute>("/api/audits/{programme}/{month}/{caseRef}"),
        YosRoute.Get<ReadSecondCheckRoute>("/api/audits/{programme}/{month}/{caseRef}/second-check"),
        YosRoute.Put<SaveSecondCheckRoute>("/api/audits/{programme}/{month}/{caseRef}/second-check"),
        YosRoute.Post<ReopenReturnRoute>("/api/audits/{programme}/{month}/{caseRef}/reopenings"),
        YosRoute.Post<CommentRoute>("/api/audits/{programme}/{month}/{caseRef}/comments"),
        YosRoute.Post<AddActionRoute>("/api/audits/{programme}/{month}/{caseRef}/actions"),
        YosRoute.Post<CompleteActionRoute>(
            "/api/audits/{programme}/{month}/{caseRef}/actions/{actionId}/completion"
        ),
        YosRoute.Post<SendGridEventsRoute>("/api/webhooks/sendgrid", RouteAccess.Anyone),
        YosRoute.Get<HealthRoute>("/api/health", RouteAccess.Anyone),
        YosRoute.Get<HomePageRoute>("/"),
        YosRoute.Get<MyDayPageRoute>("/my-day"),
        YosRoute.Get<ObligationsPageRoute>("/obligations"),
        YosRoute.Get<ChasePageRoute>("/chases/{date}"),
        YosRoute.Get<ProblemsPageRoute>("/problems", RouteAccess.Anyone),
        YosRoute.Get<TeamsTabRoute>("/teams", RouteAccess.Anyone),
        YosRoute.Get<AssetRoute>("/assets/{name}", RouteAccess.Anyone),
    ];

    /// <summary>The page of what the capture server received, which only a host that has one answers.</summary>
    public static YosRoute Sent { get; } = YosRoute.Get<SentPageRoute>("/sent");
}
