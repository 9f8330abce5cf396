using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using YosWorkflow.Services.Import;
using YosWorkflow.Web.Pages.Forms;
using YosWorkflow.Web.Problems;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routes.Imports;
using YosWorkflow.Web.Routing;
using YosWorkflow.Web.SignIn;

namespace YosWorkflow.Web.Pages.Import;

/// <summary>Takes the files of the form, puts them by, and leads to what they would change.</summary>
public sealed class StageFilesRoute(StagedImport import) : IRouteHandler
{
    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (files, refusal) = await CaseloadForm.ReadAsync(request, cancellationToken);
        if (files is null)
        {
            return refusal!;
        }

        if (files.Count == 0)
        {
            return await AgainAsync(
                request,
                [new FieldError(CaseloadForm.Names[0], "Choose at least one file")]
            );
        }

        var staged = await import.StageAsync(CaseloadForm.FilesOf(files), cancellationToken);
        return staged is { Id: { } id }
            ? new SeeOther(ImportAddress.Preview(id))
            : await AgainAsync(request, [.. staged.Refusal!.Problems.Select(ErrorOf)]);
    }

    private static Task<IResult> AgainAsync(HttpRequest request, ImmutableArray<FieldError> errors) =>
        Page.RenderAsync<ImportFormPage>(
            request,
            new ImportFormModel(errors),
            ProblemKind.RefusedFile.Status
        );

    private static FieldError ErrorOf(ImportProblem problem) =>
        new(
            problem.File.Split('.')[0],
            problem.Line is { } line
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"{problem.File}, line {line}: {problem.Value} {problem.Reason}"
                )
                : $"{problem.File} {problem.Reason}"
        );
}
