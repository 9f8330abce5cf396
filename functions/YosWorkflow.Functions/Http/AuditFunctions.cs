using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using YosWorkflow.Web.Routes.Audits;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Functions.Http;

/// <summary>The routes of audit rounds.</summary>
public static class AuditFunctions
{
    private const string Round = "api/audits/{programme}/{month}";
    private const string Case = Round + "/{caseRef}";

    /// <summary>Draws a month's sample by hand.</summary>
    [Function("PostSample")]
    public static Task<IResult> SampleAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/audits/samples")] HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<StartSampleRoute>(request, cancellationToken);

    /// <summary>Says how a round stands.</summary>
    [Function("GetRound")]
    public static Task<IResult> RoundAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = Round)] HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<ReadRoundRoute>(request, cancellationToken);

    /// <summary>Publishes a round's sample with its frame.</summary>
    [Function("GetSample")]
    public static Task<IResult> PublishedAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = Round + "/sample")]
            HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<ReadSampleRoute>(request, cancellationToken);

    /// <summary>Says what a round found.</summary>
    [Function("GetFindings")]
    public static Task<IResult> FindingsAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = Round + "/findings")]
            HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<ReadFindingsRoute>(request, cancellationToken);

    /// <summary>Shows a return.</summary>
    [Function("GetReturn")]
    public static Task<IResult> ReturnAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = Case)] HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<ReadReturnRoute>(request, cancellationToken);

    /// <summary>Keeps a part of a return, or submits it.</summary>
    [Function("PutReturn")]
    public static Task<IResult> SaveAsync(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = Case)] HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<SaveReturnRoute>(request, cancellationToken);

    /// <summary>Shows a second check.</summary>
    [Function("GetSecondCheck")]
    public static Task<IResult> SecondCheckAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = Case + "/second-check")]
            HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<ReadSecondCheckRoute>(request, cancellationToken);

    /// <summary>Keeps a part of a second check, or submits it.</summary>
    [Function("PutSecondCheck")]
    public static Task<IResult> SaveSecondCheckAsync(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = Case + "/second-check")] HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<SaveSecondCheckRoute>(request, cancellationToken);

    /// <summary>Gives a return back.</summary>
    [Function("PostReopening")]
    public static Task<IResult> ReopenAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Case + "/reopenings")] HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<ReopenReturnRoute>(request, cancellationToken);

    /// <summary>Keeps a comment.</summary>
    [Function("PostComment")]
    public static Task<IResult> CommentAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Case + "/comments")] HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<CommentRoute>(request, cancellationToken);

    /// <summary>Adds an action.</summary>
    [Function("PostAction")]
    public static Task<IResult> ActionAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Case + "/actions")] HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<AddActionRoute>(request, cancellationToken);

    /// <summary>Says that an action is done.</summary>
    [Function("PostActionCompletion")]
    public static Task<IResult> CompletionAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Case + "/actions/{actionId}/completion")]
            HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<CompleteActionRoute>(request, cancellationToken);
}
