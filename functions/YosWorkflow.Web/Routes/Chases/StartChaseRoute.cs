using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Web.Reading;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Routes.Chases;

/// <summary>
/// Starts the chase of a day, or finds it started: of <c>asOf</c>, or of today where the body does not say. The answer leads to
/// where its progress can be seen.
/// </summary>
public sealed class StartChaseRoute(ServiceRules rules, Site site, TimeProvider clock) : IRouteHandler
{
    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (day, refusal) = await DayAsync(request, cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        // A day whose bank holidays are not known is refused here, and not somewhere in the middle of the chase.
        _ = rules.Calendar.IsWorkingDay(day);
        var context = request.HttpContext;
        var starter =
            context.Features.Get<IChaseStarter>()
            ?? context.RequestServices.GetRequiredService<IChaseStarter>();
        var statusUrl = await starter.StartAsync(day, request, cancellationToken);
        context.Response.Headers.Location = statusUrl;
        return ApiJson.Result(new StartedChaseAnswer(day, statusUrl), StatusCodes.Status202Accepted);
    }

    private async Task<(DateOnly Day, IResult? Refusal)> DayAsync(
        HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        if (request.ContentType is null && request.ContentLength is null or 0)
        {
            return (site.Today(clock), null);
        }

        var (fields, refusal) = await JsonBody.ReadAsync(request, ["asOf"], cancellationToken);
        if (fields is null)
        {
            return (default, refusal);
        }

        var day = fields.Date("asOf");
        return fields.Errors.Count > 0 ? (default, fields.Refusal()) : (day ?? site.Today(clock), null);
    }
}

/// <summary>A chase that was started.</summary>
/// <param name="AsOf">Its day.</param>
/// <param name="StatusUrl">Where its progress can be seen, as in the Location header.</param>
internal sealed record StartedChaseAnswer(DateOnly AsOf, string StatusUrl);
