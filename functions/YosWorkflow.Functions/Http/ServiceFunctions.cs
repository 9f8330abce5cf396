using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using YosWorkflow.Web.Access;
using YosWorkflow.Web.Pages.WholeService;
using YosWorkflow.Web.Routes.Reports;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Functions.Http;

/// <summary>The pages of those who answer for the whole service, and its reports.</summary>
public static class ServiceFunctions
{
    /// <summary>Shows how much was done in time.</summary>
    [Function("GetServicePage")]
    public static Task<IResult> ServiceAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "service")] HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<ServicePageRoute>(request, cancellationToken);

    /// <summary>Shows the run chart of a rule.</summary>
    [Function("GetRunChartPage")]
    public static Task<IResult> RunChartAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "service/run-chart/{ruleId}")]
            HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<RunChartPageRoute>(request, cancellationToken);

    /// <summary>Shows how long what is overdue has been so.</summary>
    [Function("GetServiceOverduePage")]
    public static Task<IResult> OverdueAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "service/overdue")]
            HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<OverduePageRoute>(request, cancellationToken);

    /// <summary>Shows what falls due in the weeks ahead.</summary>
    [Function("GetWorkloadPage")]
    public static Task<IResult> WorkloadAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "service/workload")]
            HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<WorkloadPageRoute>(request, cancellationToken);

    /// <summary>Shows the children looked after, in need, or with a child protection plan.</summary>
    [Function("GetChildrenPage")]
    public static Task<IResult> ChildrenAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "service/children")]
            HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<ChildrenPageRoute>(request, cancellationToken);

    /// <summary>Shows what may be wrong or missing in the record.</summary>
    [Function("GetDataQualityPage")]
    public static Task<IResult> DataQualityAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "service/data-quality")]
            HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<DataQualityPageRoute>(request, cancellationToken);

    /// <summary>Shows which reports can be had.</summary>
    [Function("GetReportsPage")]
    public static Task<IResult> ReportsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "service/reports")]
            HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<ReportsPageRoute>(request, cancellationToken);

    /// <summary>Gives a report to people.</summary>
    [Function("GetReportPage")]
    public static Task<IResult> ReportPageAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "service/reports/{report}")]
            HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<ReportPageRoute>(request, cancellationToken);

    /// <summary>Gives a report to programs.</summary>
    [Function("GetReport")]
    public static Task<IResult> ReportAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "api/reports/{report}")]
            HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<ReadReportRoute>(FunctionKey.WasChecked(request), cancellationToken);
}
