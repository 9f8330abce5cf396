using Microsoft.AspNetCore.Http;
using YosWorkflow.Core;
using YosWorkflow.Core.Learning;
using YosWorkflow.Web.Pages.Tables;
using YosWorkflow.Web.Problems;
using YosWorkflow.Web.Reading;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Pages.WholeService;

/// <summary>
/// What may be wrong or missing in the record; of one <c>kind</c>, case by case and by <c>page</c>. A table of it as a file: <c>csv</c>.
/// </summary>
public sealed class DataQualityPageRoute(ServiceReader service, Site site, TimeProvider clock) : IRouteHandler
{
    // Who was in custody when an order ended is looked for among those that were over for no longer.
    private const int YearsBack = 1;

    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var fields = RequestFields.OfQuery(request.Query);
        var page = fields.Number("page", 1, 1, int.MaxValue);
        var csv = fields.Text(CsvFile.Field, 50);
        var code = fields.Text("kind", 50);
        if (fields.Errors.Count > 0)
        {
            return fields.Refusal();
        }

        if (code is not null && !Codes<DataFault>.TryRead(code, out _))
        {
            return Problem.NotFound("There is no such kind of fault.");
        }

        DataFault? kind = code is null ? null : Codes<DataFault>.Read(code);
        var model = await ReadAsync(request, kind, page, cancellationToken);
        return csv is null
            ? await Page.RenderAsync<DataQualityPage>(request, model)
            : CsvFile.Of(
                csv,
                code ?? "data-quality",
                [model.Faults, .. model.Listed is { } list ? [list] : Array.Empty<Table>()]
            );
    }

    private async Task<DataQualityModel> ReadAsync(
        HttpRequest request,
        DataFault? kind,
        int page,
        CancellationToken cancellationToken
    )
    {
        var today = site.Today(clock);
        DataQuality? quality = null;
        var reading = await service.ReadAsync(
            request,
            today,
            today.AddYears(-YearsBack),
            staff => [quality = new DataQuality(today, staff, kind)],
            cancellationToken
        );
        foreach (var (supervised, why) in reading.Unjudged)
        {
            quality!.AddNotJudged(supervised, why);
        }

        quality!.AddStaff();
        return DataQualityModel.Of(quality, kind, reading, today, page);
    }
}
