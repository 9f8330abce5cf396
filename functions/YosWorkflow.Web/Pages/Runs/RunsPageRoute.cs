using Microsoft.AspNetCore.Http;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Services.Import;
using YosWorkflow.Services.Retention;
using YosWorkflow.Web.Access;
using YosWorkflow.Web.Pages.Tables;
using YosWorkflow.Web.Reading;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Pages.Runs;

/// <summary>The latest chases, the imports, and the latest purges; as a file: <c>csv</c>.</summary>
public sealed class RunsPageRoute(
    ChaseRunTable chases,
    ImportRunTable imports,
    PurgeRunTable purges,
    Site site,
    TimeProvider clock
) : IRouteHandler
{
    private const int MostChases = 31;

    // There is one a night.
    private const int PurgeDays = 31;

    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var fields = RequestFields.OfQuery(request.Query);
        var csv = fields.Text(CsvFile.Field, 50);
        if (fields.Errors.Count > 0)
        {
            return fields.Refusal();
        }

        var model = RunsModel.Of(
            await chases.ReadLatestAsync(MostChases, cancellationToken),
            await imports.ReadAllAsync(cancellationToken),
            await purges.ReadSinceAsync(site.Today(clock).AddDays(-PurgeDays), cancellationToken),
            request.Viewer().RunsTheSoftware,
            site
        );
        return csv is null
            ? await Page.RenderAsync<RunsPage>(request, model)
            : CsvFile.Of(csv, "runs", model.Chases, model.Imports, model.Purges);
    }
}
