using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using YosWorkflow.Web.Pages.Acknowledge;
using YosWorkflow.Web.Pages.MyTeam;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Functions.Http;

/// <summary>The pages of those who supervise or manage a team.</summary>
public static class TeamFunctions
{
    /// <summary>Shows a team.</summary>
    [Function("GetMyTeamPage")]
    public static Task<IResult> MyTeamAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "my-team")] HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<MyTeamPageRoute>(request, cancellationToken);

    /// <summary>Shows the risk meetings that a team has to hold.</summary>
    [Function("GetAgendaPage")]
    public static Task<IResult> AgendaAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "my-team/agenda")]
            HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<AgendaPageRoute>(request, cancellationToken);

    /// <summary>Shows something overdue and the form to acknowledge it.</summary>
    [Function("GetAcknowledgePage")]
    public static Task<IResult> AcknowledgePageAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "acknowledge/{caseRef}/{ruleId}")]
            HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<AcknowledgePageRoute>(request, cancellationToken);

    /// <summary>Takes that form.</summary>
    [Function("PostAcknowledgeForm")]
    public static Task<IResult> AcknowledgeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "acknowledge/{caseRef}/{ruleId}")]
            HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<AcknowledgeFormRoute>(request, cancellationToken);
}
