using Microsoft.AspNetCore.Http;
using YosWorkflow.Services.Import;
using YosWorkflow.Web.Pages.Shared;
using YosWorkflow.Web.Pages.Tables;
using YosWorkflow.Web.Problems;
using YosWorkflow.Web.Reading;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Pages.Import;

/// <summary>Shows what an import did; a table of it as a file: <c>csv</c>.</summary>
public sealed class ImportReportPageRoute(ImportRunTable runs, Site site) : IRouteHandler
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

        if (
            ImportAddress.Read(request) is not { } id
            || await runs.FindAsync(id, cancellationToken) is not { } run
        )
        {
            return Problem.NotFound("There is no such import.");
        }

        var model = new ImportReportModel(
            id,
            site.Moment(run.At),
            ImportTables.Counts(run.Report),
            ImportTables.Rejected(run.Report),
            ImportTables.Warnings(run.Report),
            run.Report.Transactions
        );
        return csv is null
            ? await Page.RenderAsync<ImportReportPage>(request, model)
            : CsvFile.Of(csv, "import", model.Counts, model.Rejected, model.Warnings);
    }
}
