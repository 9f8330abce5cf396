using Microsoft.AspNetCore.Http;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Pages.Teams;

/// <summary>
/// The tab of our Teams app, to which notifications lead. It shows nothing but a link that opens the page in the browser: people
/// sign in there, and no page with cases on it may be framed, by Teams or by anyone.
/// </summary>
public sealed class TeamsTabRoute : IRouteHandler
{
    /// <inheritdoc/>
    public Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        SecurityHeaders.AllowTeamsToFrame(request.HttpContext.Response);
        return Page.RenderAsync<TeamsTabPage>(request, new TeamsTabModel());
    }
}

/// <summary>What the tab shows: always the same.</summary>
public sealed record TeamsTabModel;
