using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using YosWorkflow.Web.Routes.Audits;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Functions.Http;

/// <summary>The routes of audits.</summary>
public static class AuditFunctions
{
    private const string Round = "api/audits/{programme}/{month}";
    private const string Case = Round + "/{caseRef}";

    /// <summary>Starts a round by drawing its sample, or finds it started.</summary>
    [Function("PostSample")]
    public static Task<IResult> StartSampleAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/audits/samples")] HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<StartSampleRoute>(request, cancellationToken);

    /// <summary>Shows a round: draw, allocation and progress.</summary>
    [Function("GetRound")]
    public static Task<IResult> ReadRoundAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = Round)] HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<ReadRoundRoute>(request, cancellationToken);

    /// <summary>Shows a draw alone, as the command line prints it.</summary>
    [Function("GetSample")]
    public static Task<IResult> ReadSampleAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = Round + "/sample")]
            HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<ReadSampleRoute>(request, cancellationToken);

    /// <summary>Shows what a round found.</summary>
    [Function("GetFindings")]
    public static Task<IResult> ReadFindingsAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = Round + "/findings")]
            HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<ReadFindingsRoute>(request, cancellationToken);

    /// <summary>Shows an audit return.</summary>
    [Function("GetReturn")]
    public static Task<IResult> ReadReturnAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = Case)] HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<ReadReturnRoute>(request, cancellationToken);

    /// <summary>Takes an audit return.</summary>
    [Function("PutReturn")]
    public static Task<IResult> SaveReturnAsync(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = Case)] HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<SaveReturnRoute>(request, cancellationToken);

    /// <summary>Shows a second check.</summary>
    [Function("GetSecondCheck")]
    public static Task<IResult> ReadSecondCheckAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = Case + "/second-check")]
            HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<ReadSecondCheckRoute>(request, cancellationToken);

    /// <summary>Takes a second check.</summary>
    [Function("PutSecondCheck")]
    public static Task<IResult> SaveSecondCheckAsync(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = Case + "/second-check")] HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<SaveSecondCheckRoute>(request, cancellationToken);

    /// <summary>Reopens a return.</summary>
    [Function("PostReopening")]
    public static Task<IResult> ReopenReturnAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Case + "/reopenings")] HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<ReopenReturnRoute>(request, cancellationToken);

    /// <summary>Takes a comment on a return.</summary>
    [Function("PostComment")]
    public static Task<IResult> CommentAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Case + "/comments")] HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<CommentRoute>(request, cancellationToken);

    /// <summary>Takes an action that an audit asks for.</summary>
    [Function("PostAction")]
    public static Task<IResult> AddActionAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Case + "/actions")] HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<AddActionRoute>(request, cancellationToken);

    /// <summary>Notes that an action is done.</summary>
    [Function("PostCompletion")]
    public static Task<IResult> CompleteActionAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Case + "/actions/{actionId}/completion")]
            HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<CompleteActionRoute>(request, cancellationToken);
}
