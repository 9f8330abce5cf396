using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using YosWorkflow.Functions.Auditing;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Web.Pages.AuditDraw;
using YosWorkflow.Web.Pages.AuditFindings;
using YosWorkflow.Web.Pages.AuditRounds;
using YosWorkflow.Web.Pages.Audits;
using YosWorkflow.Web.Routes.Audits;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Functions.Http;

/// <summary>
/// The pages of audits' rounds. The host tries functions in the order of their names, and those of a single case come later in it, so
/// that no word of an address is taken for a case.
/// </summary>
public sealed class AuditPageFunctions(DrawSample drawSample)
{
    private const string Round = "audits/{programme}/{month}";
    private const string Auditor = Round + "/{caseRef}/auditor";

    /// <summary>Shows the audits.</summary>
    [Function("GetAuditsPage")]
    public static Task<IResult> AuditsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "audits")] HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<AuditsPageRoute>(request, cancellationToken);

    /// <summary>Shows the form by which a sample is drawn, or what it would draw.</summary>
    [Function("GetAuditDrawPage")]
    public static Task<IResult> DrawAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "audits/draw")] HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<DrawPageRoute>(request, cancellationToken);

    /// <summary>Takes that form.</summary>
    [Function("PostAuditDrawForm")]
    public static Task<IResult> DrawFormAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "audits/draw")] HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<DrawFormRoute>(request, cancellationToken);

    /// <summary>Draws what was previewed.</summary>
    [Function("PostAuditDrawConfirmation")]
    public Task<IResult> ConfirmAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "audits/draw/confirm")]
            HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    )
    {
        request.HttpContext.Features.Set<IAuditStarter>(new DurableAuditStarter(client, drawSample));
        return RouteRunner.RunAsync<ConfirmDrawRoute>(request, cancellationToken);
    }

    /// <summary>Shows a round.</summary>
    [Function("GetAuditRoundPage")]
    public static Task<IResult> RoundAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Round)] HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<RoundPageRoute>(request, cancellationToken);

    /// <summary>Gives a round's sample as a file.</summary>
    [Function("GetAuditSampleFile")]
    public static Task<IResult> SampleAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Round + "/sample")]
            HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<SampleFileRoute>(request, cancellationToken);

    /// <summary>Shows what a round found.</summary>
    [Function("GetAuditFindingsPage")]
    public static Task<IResult> FindingsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Round + "/findings")]
            HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<FindingsPageRoute>(request, cancellationToken);

    /// <summary>Shows what is to be done because of a round.</summary>
    [Function("GetAuditActionsPage")]
    public static Task<IResult> ActionsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Round + "/actions")]
            HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<ActionsPageRoute>(request, cancellationToken);

    /// <summary>Shows who audits a case, and who else could.</summary>
    [Function("GetAuditAuditorPage")]
    public static Task<IResult> AuditorAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Auditor)] HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<AuditorPageRoute>(request, cancellationToken);

    /// <summary>Gives it to somebody else.</summary>
    [Function("PostAuditAuditorForm")]
    public static Task<IResult> AuditorFormAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Auditor)] HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<AuditorFormRoute>(request, cancellationToken);
}
