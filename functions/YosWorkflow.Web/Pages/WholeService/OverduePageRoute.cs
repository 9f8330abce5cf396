using Microsoft.AspNetCore.Http;
using YosWorkflow.Core.Learning;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Web.Pages.Tables;
using YosWorkflow.Web.Reading;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Pages.WholeService;

/// <summary>
/// How long what is overdue in the service has been so, as of today or another day (<c>asOf</c>). A table of it as a file: <c>csv</c>.
/// </summary>
public sealed class OverduePageRoute(ServiceReader service, ServiceRules rules, Site site, TimeProvider clock)
    : IRouteHandler
{
    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var fields = RequestFields.OfQuery(request.Query);
        var today = site.Today(clock);
        var day = fields.Date("asOf") ?? today;
        var csv = fields.Text(CsvFile.Field, 50);
        var page = fields.Number("page", 1, 1, int.MaxValue);
        if (fields.Errors.Count > 0)
        {
            return fields.Refusal();
        }

        var ages = new OverdueAges(rules.Pack);
        var reading = await service.ReadAsync(request, day, day, _ => [ages], cancellationToken);
        var model = OverdueModel.Of(ages, reading, day, day == today, page);
        return csv is null
            ? await Page.RenderAsync<OverduePage>(request, model)
            : CsvFile.Of(csv, "overdue", model.ByTeam, model.ByRule);
    }
}
