using System.Globalization;
using Microsoft.AspNetCore.Http;
using YosWorkflow.Services.Import;
using YosWorkflow.Web.Problems;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Routes.Imports;

/// <summary>
/// Takes in one to three files as a form: <c>staff</c>, <c>cases</c>, <c>milestones</c>. It answers with the import's report, or with
/// 400 if a file was refused, and then nothing was changed. In a host that has an <see cref="IImportStarter"/>, an import that is
/// large, or that asks for it (<c>Prefer: respond-async</c>), is answered with 202 and where its progress can be seen.
/// </summary>
public sealed class ImportCaseloadRoute(CaseloadImport import) : IRouteHandler
{
    private const string Prefer = "Prefer";
    private const string RespondAsync = "respond-async";

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
            return Problem.Result(
                ProblemKind.UnreadableBody,
                $"No file was given. Send {string.Join(" or ", CaseloadForm.Names)}."
            );
        }

        return StarterFor(request, files) is { } starter
            ? AnswerTo(
                await starter.StartAsync(CaseloadForm.FilesOf(files), request, cancellationToken),
                request.HttpContext
            )
            : AnswerTo(await import.RunAsync(CaseloadForm.FilesOf(files), progress: null, cancellationToken));
    }

    private static IImportStarter? StarterFor(
        HttpRequest request,
        IReadOnlyDictionary<string, byte[]> files
    ) =>
        files.Values.Sum(file => file.LongLength) > CaseloadForm.MostBytesAtOnce || PrefersAsync(request)
            ? request.HttpContext.Features.Get<IImportStarter>()
            : null;

    private static bool PrefersAsync(HttpRequest request) =>
        request
            .Headers.GetCommaSeparatedValues(Prefer)
            .Any(preference =>
                preference.Split(';')[0].Trim().Equals(RespondAsync, StringComparison.OrdinalIgnoreCase)
            );

    private static IResult AnswerTo(ImportReport report) =>
        report.IsRefused
            ? Problem.With(
                ProblemKind.RefusedFile,
                "Nothing was changed. " + string.Join(" ", report.Problems.Select(Sentence)),
                "problems",
                report.Problems
            )
            : ApiJson.Result(report);

    private static IResult AnswerTo(StartedImport started, HttpContext context)
    {
        if (started.Refusal is { } refusal)
        {
            return AnswerTo(refusal);
        }

        context.Response.Headers.Location = started.Location;
        return ApiJson.Result(new StartedImportAnswer(started.Location!), StatusCodes.Status202Accepted);
    }

    private static string Sentence(ImportProblem problem) =>
        problem.Line is { } line
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{problem.File}, line {line}: {problem.Value} {problem.Reason}."
            )
            : $"{problem.File} {problem.Reason}.";
}

/// <summary>An import that was started.</summary>
/// <param name="StatusUrl">Where its progress can be seen, as in the Location header.</param>
internal sealed record StartedImportAnswer(string StatusUrl);
