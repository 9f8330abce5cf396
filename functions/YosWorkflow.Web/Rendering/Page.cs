using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace YosWorkflow.Web.Rendering;

/// <summary>
/// Renders pages: components that show a model. A page is rendered whole before anything of it is sent, so that a mistake in
/// it becomes an error page and not half a page.
/// </summary>
internal static class Page
{
    /// <summary>Renders a page.</summary>
    /// <typeparam name="TPage">The component; its parameter <c>Model</c> is what it shows.</typeparam>
    public static async Task<IResult> RenderAsync<TPage>(
        HttpRequest request,
        object model,
        int status = StatusCodes.Status200OK
    )
        where TPage : IComponent
    {
        var services = request.HttpContext.RequestServices;
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        var parameters = ParameterView.FromDictionary(
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                [nameof(VisitedPage.Visit)] = Visit.Of(request),
                [nameof(VisitedPage.Page)] = typeof(TPage),
                [nameof(VisitedPage.Model)] = model,
            }
        );
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<VisitedPage>(parameters)).ToHtmlString()
        );
        return new PageResult(html, status);
    }
}
