using Microsoft.AspNetCore.Http;
using YosWorkflow.Core.Learning;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Web.Pages.Tables;
using YosWorkflow.Web.Reading;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Pages.WholeService;

/// <summary>
/// The children looked after, in need, or with a child protection plan, and the change since a day (<c>since</c>, by itself three
/// months ago). A table of it as a file: <c>csv</c>.
/// </summary>
public sealed class ChildrenPageRoute(
    ServiceReader service,
    ChaseRunTable runs,
    Site site,
    TimeProvider clock
) : IRouteHandler
{
    private const int UsualMonths = 3;

    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var fields = RequestFields.OfQuery(request.Query);
        var today = site.Today(clock);
        var since = fields.Date("since") ?? today.AddMonths(-UsualMonths);
        var csv = fields.Text(CsvFile.Field, 50);
        var page = fields.Number("page", 1, 1, int.MaxValue);
        if (since > today)
        {
            fields.Refuse("since", "It is after today.");
        }

        if (fields.Errors.Count > 0)
        {
            return fields.Refusal();
        }

        var (now, before) = (new CaseloadSnapshot(today), new CaseloadSnapshot(since));
        var reading = await service.ReadAsync(request, today, since, _ => [now, before], cancellationToken);
        var recorded = await runs.FindWithChildrenAsync(since, cancellationToken);
        var model = ChildrenModel.Of(
            now.Teams,
            recorded?.Children ?? before.Teams,
            today,
            since,
            recorded?.Day,
            page,
            reading
        );
        return csv is null
            ? await Page.RenderAsync<ChildrenPage>(request, model)
            : CsvFile.Of(csv, "children", model.Whole, model.ByTeam);
    }
}
