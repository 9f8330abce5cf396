using Microsoft.AspNetCore.Http;
using YosWorkflow.Core.Learning;
using YosWorkflow.Web.Pages.Tables;
using YosWorkflow.Web.Reading;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Pages.WholeService;

/// <summary>
/// What falls due in the service in the weeks ahead, by week and person; people by <c>page</c>. A table of it as a file: <c>csv</c>.
/// </summary>
public sealed class WorkloadPageRoute(ServiceReader service, Site site, TimeProvider clock) : IRouteHandler
{
    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var fields = RequestFields.OfQuery(request.Query);
        var page = fields.Number("page", 1, 1, int.MaxValue);
        var csv = fields.Text(CsvFile.Field, 50);
        if (fields.Errors.Count > 0)
        {
            return fields.Refusal();
        }

        var today = site.Today(clock);
        var workload = new WorkloadAhead(today);
        var reading = await service.ReadAsync(request, today, today, _ => [workload], cancellationToken);
        var model = WorkloadModel.Of(workload, reading, today, page);
        return csv is null
            ? await Page.RenderAsync<WorkloadPage>(request, model)
            : CsvFile.Of(csv, "workload", model.Weeks, model.People);
    }
}
