using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using YosWorkflow.Core.Calendar;
using YosWorkflow.Web.Access;
using YosWorkflow.Web.Problems;
using YosWorkflow.Web.Rendering;

namespace YosWorkflow.Web.Routing;

/// <summary>
/// Runs a route's handler for those who may call it, and answers what it does not answer itself: storage that is down, bodies that
/// are too large, mistakes of ours. Both hosts come in here, so that they let in and answer alike.
/// </summary>
public static class RouteRunner
{
    /// <summary>Answers a request by a handler.</summary>
    public static Task<IResult> RunAsync<THandler>(HttpRequest request, CancellationToken cancellationToken)
        where THandler : IRouteHandler => RunAsync(typeof(THandler), request, cancellationToken);

    /// <summary>Answers a request by a handler.</summary>
    internal static async Task<IResult> RunAsync(
        Type handler,
        HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        SecurityHeaders.Set(request);
        PageCost.Measure(request.HttpContext);
        try
        {
            var services = request.HttpContext.RequestServices;
            var gate = services.GetRequiredService<RouteGate>();
            if (await gate.RefusalAsync(YosRoutes.Of(handler), request, cancellationToken) is { } refusal)
            {
                return refusal;
            }

            var route = (IRouteHandler)ActivatorUtilities.CreateInstance(services, handler);
            return await route.HandleAsync(request, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            return Answer(exception, handler, request.HttpContext.RequestServices);
        }
    }

    private static IResult Answer(Exception exception, Type handler, IServiceProvider services)
    {
        switch (exception)
        {
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                return Problem.Result(ProblemKind.TooLarge, "The body is larger than this route takes.");
            case BadHttpRequestException bad:
                return Problem.Result(ProblemKind.UnreadableBody, bad.Message);
            case OutsideBankHolidaysException outside:
                return Problem.Result(ProblemKind.CannotBeDone, outside.Message);
        }

        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger(handler);
        if (StorageFailure.Is(exception))
        {
            logger.LogWarning(exception, "Storage did not answer.");
            return Problem.Result(ProblemKind.StorageDown, "The tables can't be reached at the moment.");
        }

        logger.LogError(exception, "The route failed.");
        return Problem.Result(
            ProblemKind.Unexpected,
            "The request could not be answered. It has been logged."
        );
    }
}
