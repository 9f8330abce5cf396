using Microsoft.AspNetCore.Http;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Services.Storage;
using YosWorkflow.Web.Access;
using YosWorkflow.Web.Pages.Shared;
using YosWorkflow.Web.Pages.Tables;
using YosWorkflow.Web.Reading;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Pages.MyTeam;

/// <summary>
/// How a team (<c>team</c>, otherwise the reader's own) stands, as of today or another day (<c>asOf</c>). A table of it as a file:
/// <c>csv</c>.
/// </summary>
public sealed class MyTeamPageRoute(
    ReadTeam teams,
    CaseloadTable caseload,
    ServiceRules rules,
    Site site,
    TimeProvider clock
) : IRouteHandler
{
    private const int OverdueOnPage = 20;

    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var fields = RequestFields.OfQuery(request.Query);
        var page = fields.Number("page", 1, 1, int.MaxValue);
        var csv = fields.Text(CsvFile.Field, 50);
        var (choice, answer) = await TeamChoice.ReadAsync(
            request,
            fields,
            caseload,
            site.Today(clock),
            cancellationToken
        );
        if (choice is null)
        {
            return answer!;
        }

        var staff = await request.StaffAsync(caseload, cancellationToken);
        var team = await teams.ExecuteAsync(choice.Team, choice.Day, staff, cancellationToken);
        var viewer = request.Viewer();
        var model = TeamModel.Of(team, staff, viewer, rules, site, choice.IsToday, page);
        return csv is null
            ? await Page.RenderAsync<MyTeamPage>(request, model)
            : CsvFile.Of(csv, "team", model.Tables);
    }

    /// <summary>The overdue items on a page.</summary>
    internal static Paged<System.Collections.Immutable.ImmutableArray<Cell>> OverdueOn(TeamModel model) =>
        Paged<System.Collections.Immutable.ImmutableArray<Cell>>.Of(
            model.Overdue.Rows,
            model.OverduePage,
            OverdueOnPage
        );
}
