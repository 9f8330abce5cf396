using Microsoft.AspNetCore.Http;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Standards;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Services.Storage;
using YosWorkflow.Web.Access;
using YosWorkflow.Web.Pages.Shared;
using YosWorkflow.Web.Pages.Tables;
using YosWorkflow.Web.Reading;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Pages.Obligations;

/// <summary>
/// The obligations of all teams, to look through by <c>team</c>, <c>status</c> and person (<c>owedBy</c>), as of today or another
/// day (<c>asOf</c>); all that fit as a file: <c>csv</c>.
/// </summary>
public sealed class ObligationsPageRoute(
    ListObligations obligations,
    CaseloadTable caseload,
    Site site,
    TimeProvider clock
) : IRouteHandler
{
    private const int OnPage = 40;

    // Of more, only those of one team are to be chosen from.
    private const int MostPeople = 120;
    private const int LongestId = 200;

    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var fields = RequestFields.OfQuery(request.Query);
        var today = site.Today(clock);
        var day = fields.Date("asOf") ?? today;
        var chosen = fields.Codes<ObligationStatus>("status");
        var page = fields.Number("page", 1, 1, int.MaxValue);
        var csv = fields.Text(CsvFile.Field, 50);
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

        var read = await request.PeopleAsync(caseload, cancellationToken);
        var found = await obligations.ExecuteAsync(day, filter, read, cancellationToken);
        var items = found.Items().MostSeriousFirst(day);
        if (csv is not null)
        {
            return CsvFile.Of(csv, "obligations", ObligationTable.Of(items, viewer));
        }

        var paged = Paged<OwedItem>.Of([.. items], page, OnPage);
        var people = found.Staff.ByName(viewer);
        var isMany = people.Length > MostPeople;
        return await Page.RenderAsync<ObligationsPage>(
            request,
            new ObligationsModel
            {
                Day = day,
                IsToday = day == today,
                Teams = found.Teams,
                People = isMany ? [.. people.Where(IsToChoose)] : people,
                NeedsTeamFirst = isMany && filter.Team is null,
                Team = filter.Team,
                Statuses = chosen,
                OwedBy = filter.OwedById,
                Obligations = paged,
                Table = ObligationTable.Of(paged.Items, viewer),
            }
        );

        bool IsToChoose(StaffMember person) =>
            person.Team == filter.Team || person.StaffId == filter.OwedById;
    }
}
