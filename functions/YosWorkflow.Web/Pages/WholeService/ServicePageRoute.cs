using Microsoft.AspNetCore.Http;
using YosWorkflow.Core.Learning;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Web.Pages.Tables;
using YosWorkflow.Web.Reading;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Pages.WholeService;

/// <summary>
/// How much of what the service owed was done in time, by rule, team and month of a period (<c>from</c>, <c>to</c>). Teams by
/// <c>page</c>. A table of it as a file: <c>csv</c>.
/// </summary>
public sealed class ServicePageRoute(ServiceReader service, ServiceRules rules, Site site, TimeProvider clock)
    : IRouteHandler
{
    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var fields = RequestFields.OfQuery(request.Query);
        var csv = fields.Text(CsvFile.Field, 50);
        var page = fields.Number("page", 1, 1, int.MaxValue);
        if (PeriodChoice.Of(fields, site.Today(clock)) is not { } choice)
        {
            return fields.Refusal();
        }

        var tally = new OnTimeTally(rules.Pack, choice.Period, choice.AsOf);
        var reading = await service.ReadAsync(
            request,
            choice.AsOf,
            choice.Period.From,
            _ => [tally],
            cancellationToken
        );
        var model = OnTimeModel.Of(tally, choice, reading, page);
        return csv is null
            ? await Page.RenderAsync<ServicePage>(request, model)
            : CsvFile.Of(csv, "service", model.Tables);
    }
}
