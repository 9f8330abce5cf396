using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using YosWorkflow.Web.Pages.Chases;
using YosWorkflow.Web.Pages.Home;
using YosWorkflow.Web.Pages.MyDay;
using YosWorkflow.Web.Pages.Obligations;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Functions.Http;

/// <summary>
/// The pages that show the caseload. People come to them from a link in a message and hold no function key, so the host lets
/// them through, and the routes themselves look at who is signed in.
/// </summary>
public static class PageFunctions
{
    /// <summary>
    /// The template of the first page: an optional segment that can't be filled. For an empty template the host takes the
    /// function's name, and a slash alone it can't read.
    /// </summary>
    internal const string Home = "{home:maxlength(0)?}";

    /// <summary>Shows where the service stands today.</summary>
    [Function("GetHomePage")]
    public static Task<IResult> HomeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Home)] HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<HomePageRoute>(request, cancellationToken);

    /// <summary>Shows a person's day.</summary>
    [Function("GetMyDayPage")]
    public static Task<IResult> MyDayAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "my-day")] HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<MyDayPageRoute>(request, cancellationToken);

    /// <summary>Shows obligations.</summary>
    [Function("GetObligationsPage")]
    public static Task<IResult> ObligationsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "obligations")] HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<ObligationsPageRoute>(request, cancellationToken);

    /// <summary>Shows what a day's chase did.</summary>
    [Function("GetChasePage")]
    public static Task<IResult> ChaseAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "chases/{date}")]
            HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<ChasePageRoute>(request, cancellationToken);
}
