using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using YosWorkflow.Functions.Auditing;
using YosWorkflow.Web.Pages.Returns;
using YosWorkflow.Web.Routes.Audits;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Functions.Http;

/// <summary>The pages of a case's audit.</summary>
public sealed class ReturnFunctions(ILogger<ReturnFunctions> logger)
{
    private const string Case = "audits/{programme}/{month}/{caseRef}";
    private const string Second = Case + "/second-check";
    private const string Action = Case + "/actions/{actionId}/completion";

    /// <summary>Shows a return: its form, or what it says.</summary>
    [Function("GetReturnPage")]
    public static Task<IResult> ReturnAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Case)] HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<ReturnPageRoute>(request, cancellationToken);

    /// <summary>Keeps a section of a return.</summary>
    [Function("PostReturnSection")]
    public static Task<IResult> SaveSectionAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Case)] HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<SaveSectionRoute>(request, cancellationToken);

    /// <summary>Shows a return before it goes in.</summary>
    [Function("GetCheckReturnPage")]
    public static Task<IResult> CheckAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Case + "/check")]
            HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<CheckReturnRoute>(request, cancellationToken);

    /// <summary>Takes a return in.</summary>
    [Function("PostReturnForm")]
    public Task<IResult> SubmitAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Case + "/check")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<SubmitReturnRoute>(Watched(request, client), cancellationToken);

    /// <summary>Shows a second check.</summary>
    [Function("GetSecondCheckPage")]
    public static Task<IResult> SecondCheckAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Second)] HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<SecondCheckPageRoute>(request, cancellationToken);

    /// <summary>Keeps a section of a second check.</summary>
    [Function("PostSecondCheckSection")]
    public static Task<IResult> SaveSecondSectionAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Second)] HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<SaveSecondSectionRoute>(request, cancellationToken);

    /// <summary>Shows a second check before it goes in.</summary>
    [Function("GetCheckSecondPage")]
    public static Task<IResult> CheckSecondAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Second + "/check")]
            HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<CheckSecondRoute>(request, cancellationToken);

    /// <summary>Takes a second check in.</summary>
    [Function("PostSecondCheckForm")]
    public Task<IResult> SubmitSecondAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Second + "/check")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<SubmitSecondRoute>(Watched(request, client), cancellationToken);

    /// <summary>Shows two readings side by side.</summary>
    [Function("GetBothReadingsPage")]
    public static Task<IResult> BothAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Case + "/both")]
            HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<BothReadingsRoute>(request, cancellationToken);

    /// <summary>Keeps a comment.</summary>
    [Function("PostCommentForm")]
    public static Task<IResult> CommentAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Case + "/comments")] HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<CommentFormRoute>(request, cancellationToken);

    /// <summary>Shows the form by which a return is given back.</summary>
    [Function("GetReopeningPage")]
    public static Task<IResult> ReopenPageAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Case + "/reopenings")]
            HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<ReopenPageRoute>(request, cancellationToken);

    /// <summary>Gives a return back.</summary>
    [Function("PostReopeningForm")]
    public Task<IResult> ReopenAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Case + "/reopenings")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<ReopenFormRoute>(Watched(request, client), cancellationToken);

    /// <summary>Shows the form by which an action is asked for.</summary>
    [Function("GetActionPage")]
    public static Task<IResult> ActionPageAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Case + "/actions")]
            HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<ActionPageRoute>(request, cancellationToken);

    /// <summary>Keeps an action.</summary>
    [Function("PostActionForm")]
    public static Task<IResult> AddActionAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Case + "/actions")] HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<ActionFormRoute>(request, cancellationToken);

    /// <summary>Shows an action.</summary>
    [Function("GetCompletionPage")]
    public static Task<IResult> CompletionPageAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Action)] HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<CompletionPageRoute>(request, cancellationToken);

    /// <summary>Keeps that an action is done.</summary>
    [Function("PostCompletionForm")]
    public static Task<IResult> CompleteActionAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Action)] HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<CompletionFormRoute>(request, cancellationToken);

    private HttpRequest Watched(HttpRequest request, DurableTaskClient client)
    {
        request.HttpContext.Features.Set<IRoundWatch>(new DurableRoundWatch(client, logger));
        return request;
    }
}
