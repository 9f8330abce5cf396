using System.Collections.Frozen;
using System.Collections.Immutable;
using YosWorkflow.Web.ApiDocs;
using YosWorkflow.Web.Assets;
using YosWorkflow.Web.Pages.Acknowledge;
using YosWorkflow.Web.Pages.ApiDocs;
using YosWorkflow.Web.Pages.AuditDraw;
using YosWorkflow.Web.Pages.AuditFindings;
using YosWorkflow.Web.Pages.AuditRounds;
using YosWorkflow.Web.Pages.Audits;
using YosWorkflow.Web.Pages.Chases;
using YosWorkflow.Web.Pages.Deliveries;
using YosWorkflow.Web.Pages.Home;
using YosWorkflow.Web.Pages.Import;
using YosWorkflow.Web.Pages.MyDay;
using YosWorkflow.Web.Pages.MyTeam;
using YosWorkflow.Web.Pages.Obligations;
using YosWorkflow.Web.Pages.Problems;
using YosWorkflow.Web.Pages.Returns;
using YosWorkflow.Web.Pages.Rules;
using YosWorkflow.Web.Pages.Runs;
using YosWorkflow.Web.Pages.Sent;
using YosWorkflow.Web.Pages.SignIn;
using YosWorkflow.Web.Pages.Teams;
using YosWorkflow.Web.Pages.WholeService;
using YosWorkflow.Web.Routes.Audits;
using YosWorkflow.Web.Routes.Chases;
using YosWorkflow.Web.Routes.Health;
using YosWorkflow.Web.Routes.Imports;
using YosWorkflow.Web.Routes.Obligations;
using YosWorkflow.Web.Routes.Reports;
using YosWorkflow.Web.Routes.Webhooks;
using YosWorkflow.Web.SignIn;

namespace YosWorkflow.Web.Routing;

/// <summary>The table of routes by which the hosts are held together.</summary>
public static class YosRoutes
{
    private const string CaseAudit = "/audits/{programme}/{month}/{caseRef}";

    // SendGrid sends events by the hundred, a morning's digests at most; a probe asks a few times a minute.
    private static readonly RouteLimit ForWebhooks = new(ASecond: 50, AtOnce: 300);
    private static readonly RouteLimit ForProbes = new(ASecond: 10, AtOnce: 100);
    private static readonly RouteLimit ForSigningIn = new(ASecond: 5, AtOnce: 100);

    /// <summary>
    /// The routes that every host answers. What none of them answers goes to <see cref="UnknownRoute"/>.
    /// </summary>
    public static ImmutableArray<YosRoute> All { get; } =
    [
        YosRoute.Post<ImportCaseloadRoute>("/api/caseload/imports", RouteAccess.Software),
        YosRoute.Get<ListObligationsRoute>("/api/obligations"),
        YosRoute.Post<AcknowledgeObligationRoute>("/api/obligations/{caseRef}/{ruleId}/acknowledgements"),
        YosRoute.Post<StartChaseRoute>("/api/chases", RouteAccess.Software),
        YosRoute.Get<ReadChaseRoute>("/api/chases/{date}", RouteAccess.Deliveries),
        YosRoute.Post<StartSampleRoute>("/api/audits/samples", RouteAccess.WholeService),
        YosRoute.Get<ReadRoundRoute>("/api/audits/{programme}/{month}"),
        YosRoute.Get<ReadSampleRoute>("/api/audits/{programme}/{month}/sample", RouteAccess.WholeService),
        YosRoute.Get<ReadFindingsRoute>("/api/audits/{programme}/{month}/findings", RouteAccess.WholeService),
        YosRoute.Get<ReadReturnRoute>("/api/audits/{programme}/{month}/{caseRef}"),
        YosRoute.Put<SaveReturnRoute>("/api/audits/{programme}/{month}/{caseRef}"),
        YosRoute.Get<ReadSecondCheckRoute>("/api/audits/{programme}/{month}/{caseRef}/second-check"),
        YosRoute.Put<SaveSecondCheckRoute>("/api/audits/{programme}/{month}/{caseRef}/second-check"),
        YosRoute.Post<PassOnRoute>("/api/audits/{programme}/{month}/{caseRef}/auditor"),
        YosRoute.Post<ReopenReturnRoute>("/api/audits/{programme}/{month}/{caseRef}/reopenings"),
        YosRoute.Post<CommentRoute>("/api/audits/{programme}/{month}/{caseRef}/comments"),
        YosRoute.Post<AddActionRoute>("/api/audits/{programme}/{month}/{caseRef}/actions"),
        YosRoute.Post<CompleteActionRoute>(
            "/api/audits/{programme}/{month}/{caseRef}/actions/{actionId}/completion"
        ),
        YosRoute.Get<ReadReportRoute>("/api/reports/{report}", RouteAccess.WholeService),
        YosRoute.Post<SendGridEventsRoute>("/api/webhooks/sendgrid", RouteAccess.Anyone) with
        {
            Limit = ForWebhooks,
        },
        YosRoute.Get<HealthRoute>("/api/health", RouteAccess.Anyone) with
        {
            Limit = ForProbes,
        },
        YosRoute.Get<OpenApiRoute>("/api/openapi.json", RouteAccess.Anyone) with
        {
            Limit = ForProbes,
        },
        YosRoute.Get<HomePageRoute>("/"),
        YosRoute.Get<MyDayPageRoute>("/my-day"),
        YosRoute.Get<ObligationsPageRoute>("/obligations"),
        YosRoute.Get<MyTeamPageRoute>("/my-team"),
        YosRoute.Get<AgendaPageRoute>("/my-team/agenda"),
        YosRoute.Get<ServicePageRoute>("/service", RouteAccess.WholeService),
        YosRoute.Get<RunChartPageRoute>("/service/run-chart/{ruleId}", RouteAccess.WholeService),
        YosRoute.Get<OverduePageRoute>("/service/overdue", RouteAccess.WholeService),
        YosRoute.Get<WorkloadPageRoute>("/service/workload", RouteAccess.WholeService),
        YosRoute.Get<ChildrenPageRoute>("/service/children", RouteAccess.WholeService),
        YosRoute.Get<DataQualityPageRoute>("/service/data-quality", RouteAccess.WholeService),
        YosRoute.Get<ReportsPageRoute>("/service/reports", RouteAccess.WholeService),
        YosRoute.Get<ReportPageRoute>("/service/reports/{report}", RouteAccess.WholeService),
        YosRoute.Get<AcknowledgePageRoute>("/acknowledge/{caseRef}/{ruleId}"),
        YosRoute.Post<AcknowledgeFormRoute>("/acknowledge/{caseRef}/{ruleId}"),
        YosRoute.Get<ReturnPageRoute>(CaseAudit),
        YosRoute.Post<SaveSectionRoute>(CaseAudit),
        YosRoute.Get<CheckReturnRoute>(CaseAudit + "/check"),
        YosRoute.Post<SubmitReturnRoute>(CaseAudit + "/check"),
        YosRoute.Get<SecondCheckPageRoute>(CaseAudit + "/second-check"),
        YosRoute.Post<SaveSecondSectionRoute>(CaseAudit + "/second-check"),
        YosRoute.Get<CheckSecondRoute>(CaseAudit + "/second-check/check"),
        YosRoute.Post<SubmitSecondRoute>(CaseAudit + "/second-check/check"),
        YosRoute.Get<BothReadingsRoute>(CaseAudit + "/both"),
        YosRoute.Post<CommentFormRoute>(CaseAudit + "/comments"),
        YosRoute.Get<ReopenPageRoute>(CaseAudit + "/reopenings"),
        YosRoute.Post<ReopenFormRoute>(CaseAudit + "/reopenings"),
        YosRoute.Get<ActionPageRoute>(CaseAudit + "/actions"),
        YosRoute.Post<ActionFormRoute>(CaseAudit + "/actions"),
        YosRoute.Get<CompletionPageRoute>(CaseAudit + "/actions/{actionId}/completion"),
        YosRoute.Post<CompletionFormRoute>(CaseAudit + "/actions/{actionId}/completion"),
        YosRoute.Get<AuditsPageRoute>("/audits"),
        YosRoute.Get<DrawPageRoute>("/audits/draw", RouteAccess.WholeService),
        YosRoute.Post<DrawFormRoute>("/audits/draw", RouteAccess.WholeService),
        YosRoute.Post<ConfirmDrawRoute>("/audits/draw/confirm", RouteAccess.WholeService),
        YosRoute.Get<RoundPageRoute>("/audits/{programme}/{month}"),
        YosRoute.Get<SampleFileRoute>("/audits/{programme}/{month}/sample", RouteAccess.WholeService),
        YosRoute.Get<FindingsPageRoute>("/audits/{programme}/{month}/findings", RouteAccess.WholeService),
        YosRoute.Get<ActionsPageRoute>("/audits/{programme}/{month}/actions", RouteAccess.WholeService),
        YosRoute.Get<AuditorPageRoute>(
            "/audits/{programme}/{month}/{caseRef}/auditor",
            RouteAccess.WholeService
        ),
        YosRoute.Post<AuditorFormRoute>(
            "/audits/{programme}/{month}/{caseRef}/auditor",
            RouteAccess.WholeService
        ),
        YosRoute.Get<ChasePageRoute>("/chases/{date}", RouteAccess.Deliveries),
        YosRoute.Get<DeliveriesPageRoute>("/deliveries", RouteAccess.Deliveries),
        YosRoute.Get<MessagePageRoute>("/deliveries/{date}/{personId}/{channel}", RouteAccess.Deliveries),
        YosRoute.Post<RetryMessageRoute>(
            "/deliveries/{date}/{personId}/{channel}/retry",
            RouteAccess.Software
        ),
        YosRoute.Post<GiveUpMessageRoute>(
            "/deliveries/{date}/{personId}/{channel}/give-up",
            RouteAccess.Software
        ),
        YosRoute.Get<RunsPageRoute>("/runs", RouteAccess.Deliveries),
        YosRoute.Get<RulesPageRoute>("/rules"),
        YosRoute.Get<ImportFormPageRoute>("/import", RouteAccess.Software),
        YosRoute.Post<StageFilesRoute>("/import", RouteAccess.Software),
        YosRoute.Get<ImportPreviewPageRoute>("/import/{id}", RouteAccess.Software),
        YosRoute.Get<ImportProgressPageRoute>("/import/{id}/progress", RouteAccess.Software),
        YosRoute.Post<ConfirmImportRoute>("/import/{id}/confirm", RouteAccess.Software),
        YosRoute.Post<DiscardImportRoute>("/import/{id}/discard", RouteAccess.Software),
        YosRoute.Get<ImportReportPageRoute>("/imports/{id}", RouteAccess.Software),
        YosRoute.Get<ProblemsPageRoute>("/problems", RouteAccess.Anyone),
        YosRoute.Get<ApiDocsPageRoute>("/api-docs", RouteAccess.Anyone) with
        {
            Limit = ForProbes,
        },
        YosRoute.Get<TeamsTabRoute>("/teams", RouteAccess.Anyone),
        YosRoute.Get<AssetRoute>("/assets/{name}", RouteAccess.Anyone),
    ];

    /// <summary>The page of what the capture server received, which only a host that has one answers.</summary>
    public static YosRoute Sent { get; } = YosRoute.Get<SentPageRoute>("/sent");

    /// <summary>
    /// The sign-in for development, which only a host that offers it answers; see <see cref="DevelopmentSignIn"/>.
    /// </summary>
    public static ImmutableArray<YosRoute> SignIn { get; } =
    [
        YosRoute.Get<SignInPageRoute>(DevelopmentSignIn.Path, RouteAccess.Development) with
        {
            Limit = ForSigningIn,
        },
        YosRoute.Post<SignInRoute>(DevelopmentSignIn.Path, RouteAccess.Development) with
        {
            Limit = ForSigningIn,
        },
        YosRoute.Post<SignOutRoute>(DevelopmentSignIn.OutPath, RouteAccess.Development) with
        {
            Limit = ForSigningIn,
        },
    ];

    private static readonly FrozenDictionary<Type, YosRoute> ByHandler = All.Add(Sent)
        .AddRange(SignIn)
        .ToFrozenDictionary(route => route.Handler);

    /// <summary>
    /// The route that a handler answers. A handler that is in no table answers to nobody without a place in the service, so that one
    /// that was forgotten shows nothing.
    /// </summary>
    internal static YosRoute Of(Type handler) =>
        ByHandler.GetValueOrDefault(handler)
        ?? new YosRoute(
            "GET",
            "/{**path}",
            handler,
            handler == typeof(UnknownRoute) ? RouteAccess.Anyone : RouteAccess.Restricted
        );
}
