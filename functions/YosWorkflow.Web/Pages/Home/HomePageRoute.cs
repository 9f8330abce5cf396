using Microsoft.AspNetCore.Http;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Web.Pages.Shared;
using YosWorkflow.Web.Reading;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Pages.Home;

/// <summary>The home page: how things stand today, or on another day (<c>asOf</c>).</summary>
public sealed class HomePageRoute(
    ListObligations obligations,
    ServiceRules rules,
    Site site,
    TimeProvider clock
) : IRouteHandler
{
    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var fields = RequestFields.OfQuery(request.Query);
        var today = site.Today(clock);
        var day = fields.Date("asOf") ?? today;
        if (fields.Errors.Count > 0)
        {
            return fields.Refusal();
        }

        var open = new ObligationFilter { Statuses = ObligationFilter.Open };
        var found = await obligations.ExecuteAsync(day, open, cancellationToken);
        var hasCaseload = found.Teams.Length > 0 || found.Staff.Members.Length > 0;
        return await Page.RenderAsync<HomePage>(
            request,
            HomeModel.Of(found.Standing(rules), day == today, hasCaseload, lastChase: null)
        );
    }
}
