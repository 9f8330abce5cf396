using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using YosWorkflow.Web.Access;
using YosWorkflow.Web.Routes.Obligations;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Functions.Http;

/// <summary>The routes of obligations.</summary>
public static class ObligationFunctions
{
    /// <summary>Lists obligations.</summary>
    [Function("GetObligations")]
    public static Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "api/obligations")]
            HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<ListObligationsRoute>(FunctionKey.WasChecked(request), cancellationToken);

    /// <summary>Acknowledges an obligation that is overdue.</summary>
    [Function("PostAcknowledgement")]
    public static Task<IResult> AcknowledgeAsync(
        [HttpTrigger(
            AuthorizationLevel.Function,
            "post",
            Route = "api/obligations/{caseRef}/{ruleId}/acknowledgements"
        )]
            HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<AcknowledgeObligationRoute>(FunctionKey.WasChecked(request), cancellationToken);
}
