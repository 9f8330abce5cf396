using Microsoft.AspNetCore.Http;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Web.Pages.Tables;
using YosWorkflow.Web.Reading;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Pages.Rules;

/// <summary>The rules by which the service works, on and off, with their source; as a file: <c>csv</c>.</summary>
public sealed class RulesPageRoute(ServiceRules rules, Site site, TimeProvider clock) : IRouteHandler
{
    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var fields = RequestFields.OfQuery(request.Query);
        var csv = fields.Text(CsvFile.Field, 50);
        if (fields.Errors.Count > 0)
        {
            return fields.Refusal();
        }

        var model = RulesModel.Of(rules, site.Today(clock));
        return csv is null
            ? await Page.RenderAsync<RulesPage>(request, model)
            : CsvFile.Of(csv, "rules", model.Rules);
    }
}
