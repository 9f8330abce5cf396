using Microsoft.AspNetCore.Http;
using YosWorkflow.Web.Reading;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Pages.WholeService;

/// <summary>The reports that can be had, of a period (<c>from</c>, <c>to</c>). It reads nothing of the caseload.</summary>
public sealed class ReportsPageRoute(Site site, TimeProvider clock) : IRouteHandler
{
    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var fields = RequestFields.OfQuery(request.Query);
        var today = site.Today(clock);
        return PeriodChoice.Of(fields, today) is { } choice
            ? await Page.RenderAsync<ReportsPage>(request, new ReportsModel(today, choice))
            : fields.Refusal();
    }
}

/// <summary>The reports that can be had.</summary>
/// <param name="Day">Today.</param>
/// <param name="Choice">Of which period.</param>
public sealed record ReportsModel(DateOnly Day, PeriodChoice Choice);
