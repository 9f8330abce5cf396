using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using YosWorkflow.Web.ApiDocs;
using YosWorkflow.Web.Assets;
using YosWorkflow.Web.Pages.ApiDocs;
using YosWorkflow.Web.Pages.Problems;
using YosWorkflow.Web.Pages.Teams;
using YosWorkflow.Web.Routes.Health;
using YosWorkflow.Web.Routes.Webhooks;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Functions.Http;

/// <summary>The routes that anyone may call: they show nothing of the caseload, or check by themselves who is calling.</summary>
public static class OpenFunctions
{
    /// <summary>Takes SendGrid's delivery events, which are signed.</summary>
    [Function("PostSendGridEvents")]
    public static Task<IResult> SendGridAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/webhooks/sendgrid")]
            HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<SendGridEventsRoute>(request, cancellationToken);

    /// <summary>Says how the service is.</summary>
    [Function("GetHealth")]
    public static Task<IResult> HealthAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/health")] HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<HealthRoute>(request, cancellationToken);

    /// <summary>Describes the routes for programs, for programs.</summary>
    [Function("GetOpenApi")]
    public static Task<IResult> OpenApiAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/openapi.json")]
            HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<OpenApiRoute>(request, cancellationToken);

    /// <summary>Describes them for people.</summary>
    [Function("GetApiDocsPage")]
    public static Task<IResult> ApiDocsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api-docs")] HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<ApiDocsPageRoute>(request, cancellationToken);

    /// <summary>Explains the kinds of problems that answers name.</summary>
    [Function("GetProblemsPage")]
    public static Task<IResult> ProblemsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "problems")] HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<ProblemsPageRoute>(request, cancellationToken);

    /// <summary>The tab of the Teams app, which shows nothing but a link.</summary>
    [Function("GetTeamsTab")]
    public static Task<IResult> TeamsTabAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "teams")] HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<TeamsTabRoute>(request, cancellationToken);

    /// <summary>Gives what pages are made with.</summary>
    [Function("GetAsset")]
    public static Task<IResult> AssetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "assets/{name}")]
            HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<AssetRoute>(request, cancellationToken);

    /// <summary>
    /// Answers what no other function answers. The host tries functions in the order of their names, so that it has to have the
    /// last.
    /// </summary>
    [Function("UnknownRoute")]
    public static Task<IResult> UnknownAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "{*path}")] HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<UnknownRoute>(request, cancellationToken);
}
