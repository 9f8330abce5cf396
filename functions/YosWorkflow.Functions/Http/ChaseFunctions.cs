using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using YosWorkflow.Functions.Chasing;
using YosWorkflow.Web.Access;
using YosWorkflow.Web.Routes.Chases;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Functions.Http;

/// <summary>The routes of chases.</summary>
public static class ChaseFunctions
{
    /// <summary>Starts the chase of a day, or finds it started.</summary>
    [Function("PostChase")]
    public static Task<IResult> StartAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/chases")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    )
    {
        request.HttpContext.Features.Set<IChaseStarter>(new DurableChaseStarter(client));
        return RouteRunner.RunAsync<StartChaseRoute>(FunctionKey.WasChecked(request), cancellationToken);
    }

    /// <summary>Says what a day's chase did.</summary>
    [Function("GetChase")]
    public static Task<IResult> ReadAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "api/chases/{date}")]
            HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<ReadChaseRoute>(FunctionKey.WasChecked(request), cancellationToken);
}
