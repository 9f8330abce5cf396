using Microsoft.AspNetCore.Http;
using YosWorkflow.Core.Standards;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Web.Access;
using YosWorkflow.Web.Pages.Shared;
using YosWorkflow.Web.Reading;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Pages.Obligations;

/// <summary>
/// The obligations of all teams, to look through by <c>team</c>, <c>status</c> and person (<c>owedBy</c>), as of today or another
/// day (<c>asOf</c>).
/// </summary>
public sealed class ObligationsPageRoute(ListObligations obligations, Site site, TimeProvider clock)
    : IRouteHandler
{
    private const int OnPage = 50;
    private const int LongestId = 200;

    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var fields = RequestFields.OfQuery(request.Query);
        var today = site.Today(clock);
        var day = fields.Date("asOf") ?? today;
        var chosen = fields.Codes<ObligationStatus>("status");
        var page = fields.Number("page", 1, 1, int.MaxValue);
        var viewer = request.Viewer();
        var filter = new ObligationFilter
        {
            SeenBy = viewer,
            Team = fields.Text("team", LongestId),
            Statuses = chosen.IsEmpty ? ObligationFilter.Open : chosen,
            OwedById = fields.Text("owedBy", LongestId),
        };
        if (fields.Errors.Count > 0)
        {
            return fields.Refusal();
        }

        var found = await obligations.ExecuteAsync(day, filter, cancellationToken);
        var paged = Paged<OwedItem>.Of([.. found.Items().MostSeriousFirst(day)], page, OnPage);
        return await Page.RenderAsync<ObligationsPage>(
            request,
            new ObligationsModel
            {
                Day = day,
                IsToday = day == today,
                Teams = found.Teams,
                People = found.Staff.ByName(viewer),
                Team = filter.Team,
                Statuses = chosen,
                OwedBy = filter.OwedById,
                Obligations = paged,
            }
        );
    }
}
