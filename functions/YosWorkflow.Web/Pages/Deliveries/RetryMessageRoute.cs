using Microsoft.AspNetCore.Http;
using YosWorkflow.Services.Delivery;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Pages.Deliveries;

/// <summary>Has a parked message tried again.</summary>
public sealed class RetryMessageRoute(ParkedDigests parked) : IRouteHandler
{
    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken) =>
        MessageAddress.Read(request) is { } key
            ? MessagePages.AnswerTo(await parked.RetryAsync(key, cancellationToken), key, "retry")
            : MessagePages.Nothing();
}
