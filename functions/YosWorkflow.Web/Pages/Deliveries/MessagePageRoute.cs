using Microsoft.AspNetCore.Http;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Pages.Deliveries;

/// <summary>One message: its state, how it looks, and what can be done about it.</summary>
public sealed class MessagePageRoute(MessagePages pages) : IRouteHandler
{
    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken) =>
        MessageAddress.Read(request) is { } key
            ? await pages.RenderAsync(request, key, note: null, error: null, cancellationToken)
            : MessagePages.Nothing();
}
