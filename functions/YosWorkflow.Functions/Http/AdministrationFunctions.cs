using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using YosWorkflow.Web.Pages.Deliveries;
using YosWorkflow.Web.Pages.Rules;
using YosWorkflow.Web.Pages.Runs;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Functions.Http;

/// <summary>The pages of messages, runs and rules.</summary>
public static class AdministrationFunctions
{
    /// <summary>Shows the messages of the last days, and who can't be reached.</summary>
    [Function("GetDeliveriesPage")]
    public static Task<IResult> DeliveriesAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "deliveries")] HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<DeliveriesPageRoute>(request, cancellationToken);

    /// <summary>Shows a message.</summary>
    [Function("GetMessagePage")]
    public static Task<IResult> MessageAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            "head",
            Route = "deliveries/{date}/{personId}/{channel}"
        )]
            HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<MessagePageRoute>(request, cancellationToken);

    /// <summary>Has a parked message tried again.</summary>
    [Function("PostMessageRetry")]
    public static Task<IResult> RetryAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "post",
            Route = "deliveries/{date}/{personId}/{channel}/retry"
        )]
            HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<RetryMessageRoute>(request, cancellationToken);

    /// <summary>Gives a parked message up.</summary>
    [Function("PostMessageGiveUp")]
    public static Task<IResult> GiveUpAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "post",
            Route = "deliveries/{date}/{personId}/{channel}/give-up"
        )]
            HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<GiveUpMessageRoute>(request, cancellationToken);

    /// <summary>Shows the latest chases and imports.</summary>
    [Function("GetRunsPage")]
    public static Task<IResult> RunsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "runs")] HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<RunsPageRoute>(request, cancellationToken);

    /// <summary>Shows the rules, on and off.</summary>
    [Function("GetRulesPage")]
    public static Task<IResult> RulesAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "rules")] HttpRequest request,
        CancellationToken cancellationToken
    ) => RouteRunner.RunAsync<RulesPageRoute>(request, cancellationToken);
}
