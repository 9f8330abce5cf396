using Microsoft.AspNetCore.Http;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Services.Storage;
using YosWorkflow.Web.Pages.Shared;
using YosWorkflow.Web.Pages.Tables;
using YosWorkflow.Web.Reading;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Pages.MyTeam;

/// <summary>The risk meetings that a team (<c>team</c>, otherwise the reader's own) has to hold; as a file: <c>csv</c>.</summary>
public sealed class AgendaPageRoute(
    ReadTeam teams,
    CaseloadTable caseload,
    ServiceRules rules,
    Site site,
    TimeProvider clock
) : IRouteHandler
{
    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var fields = RequestFields.OfQuery(request.Query);
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
        var model = AgendaModel.Of(team, staff, rules, choice.IsToday);
        return csv is null
            ? await Page.RenderAsync<AgendaPage>(request, model)
            : CsvFile.Of(csv, "team", model.Meetings);
    }
}
