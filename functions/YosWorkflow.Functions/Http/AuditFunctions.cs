using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using YosWorkflow.Functions.Auditing;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Web.Access;
using YosWorkflow.Web.Routes.Audits;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Functions.Http;

/// <summary>The routes of audits.</summary>
public sealed class AuditFunctions(DrawSample drawSample, ILogger<AuditFunctions> logger)
{
    private const string Round = "api/audits/{programme}/{month}";
    private const string Case = Round + "/{caseRef}";

    /// <summary>Begins a round, or finds it begun.</summary>
    [Function("PostSample")]
    public Task<IResult> StartAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/audits/samples")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    )
    {
        request.HttpContext.Features.Set<IAuditStarter>(new DurableAuditStarter(client, drawSample));
        return RouteRunner.RunAsync<StartSampleRoute>(FunctionKey.WasChecked(request), cancellationToken);
    }

    /// <summary>Shows how a round stands.</summary>
    [Function("GetRound")]
    public static Task<IResult> RoundAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = Round)] HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<ReadRoundRoute>(FunctionKey.WasChecked(request), cancellationToken);

    /// <summary>Shows the sample of a round as it was drawn.</summary>
    [Function("GetPublishedSample")]
    public static Task<IResult> SampleAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = Round + "/sample")]
            HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<ReadSampleRoute>(FunctionKey.WasChecked(request), cancellationToken);

    /// <summary>Shows what a round found.</summary>
    [Function("GetFindings")]
    public static Task<IResult> FindingsAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = Round + "/findings")]
            HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<ReadFindingsRoute>(FunctionKey.WasChecked(request), cancellationToken);

    /// <summary>Shows a return.</summary>
    [Function("GetReturn")]
    public static Task<IResult> ReturnAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = Case)] HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<ReadReturnRoute>(FunctionKey.WasChecked(request), cancellationToken);

    /// <summary>Keeps a return, or a part of it.</summary>
    [Function("PutReturn")]
    public Task<IResult> SaveReturnAsync(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = Case)] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    ) =>
        RouteRunner.RunAsync<SaveReturnRoute>(
            FunctionKey.WasChecked(Watched(request, client)),
            cancellationToken
        );

    /// <summary>Shows a second check.</summary>
    [Function("GetSecondCheck")]
    public static Task<IResult> SecondCheckAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = Case + "/second-check")]
            HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<ReadSecondCheckRoute>(FunctionKey.WasChecked(request), cancellationToken);

    /// <summary>Keeps a second check, or a part of it.</summary>
    [Function("PutSecondCheck")]
    public Task<IResult> SaveSecondCheckAsync(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = Case + "/second-check")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    ) =>
        RouteRunner.RunAsync<SaveSecondCheckRoute>(
            FunctionKey.WasChecked(Watched(request, client)),
            cancellationToken
        );

    /// <summary>Gives a case's audit to somebody else.</summary>
    [Function("PostAuditor")]
    public static Task<IResult> PassOnAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Case + "/auditor")] HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<PassOnRoute>(FunctionKey.WasChecked(request), cancellationToken);

    /// <summary>Gives a return back.</summary>
    [Function("PostReopening")]
    public Task<IResult> ReopenAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Case + "/reopenings")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    ) =>
        RouteRunner.RunAsync<ReopenReturnRoute>(
            FunctionKey.WasChecked(Watched(request, client)),
            cancellationToken
        );

    /// <summary>Keeps a comment on an audit.</summary>
    [Function("PostComment")]
    public static Task<IResult> CommentAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Case + "/comments")] HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<CommentRoute>(FunctionKey.WasChecked(request), cancellationToken);

    /// <summary>Adds something that is to be done because of an audit.</summary>
    [Function("PostAction")]
    public static Task<IResult> AddActionAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Case + "/actions")] HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<AddActionRoute>(FunctionKey.WasChecked(request), cancellationToken);

    /// <summary>Says that it is done.</summary>
    [Function("PostCompletion")]
    public static Task<IResult> CompleteActionAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Case + "/actions/{actionId}/completion")]
            HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<CompleteActionRoute>(FunctionKey.WasChecked(request), cancellationToken);

    private HttpRequest Watched(HttpRequest request, DurableTaskClient client)
    {
        request.HttpContext.Features.Set<IRoundWatch>(new DurableRoundWatch(client, logger));
        return request;
    }
}
