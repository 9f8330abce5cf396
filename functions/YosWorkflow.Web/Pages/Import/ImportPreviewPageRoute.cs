using Microsoft.AspNetCore.Http;
using YosWorkflow.Services.Import;
using YosWorkflow.Web.Pages.Tables;
using YosWorkflow.Web.Problems;
using YosWorkflow.Web.Reading;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Pages.Import;

/// <summary>Shows what files that are waiting would change, or how far their import is; as a file: <c>csv</c>.</summary>
public sealed class ImportPreviewPageRoute(StagedImport import) : IRouteHandler
{
    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var fields = RequestFields.OfQuery(request.Query);
        var csv = fields.Text(CsvFile.Field, 50);
        var left = fields.WholeNumber(ImportAddress.LeftField, 0, int.MaxValue);
        var attempt = Guid.TryParse(fields.Text(ImportAddress.AttemptField, 50), out var given)
            ? given
            : Guid.NewGuid();
        if (fields.Errors.Count > 0)
        {
            return fields.Refusal();
        }

        if (
            ImportAddress.Read(request) is not { } id
            || await import.PreviewAsync(id, cancellationToken) is not { } report
        )
        {
            return Problem.NotFound(
                "No files are waiting here. They may have been imported, or thrown away."
            );
        }

        var model = new ImportPreviewModel(
            id,
            attempt,
            left,
            ChangesNothing(report.Files.Staff)
                && ChangesNothing(report.Files.Cases)
                && ChangesNothing(report.Files.Milestones),
            ImportTables.Counts(report),
            ImportTables.Rejected(report),
            ImportTables.Warnings(report)
        );
        return csv is null
            ? await Page.RenderAsync<ImportPreviewPage>(request, model)
            : CsvFile.Of(csv, "import", model.Counts, model.Rejected, model.Warnings);
    }

    private static bool ChangesNothing(FileCounts counts) => counts.Added + counts.Changed == 0;
}
