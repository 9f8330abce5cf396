using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using YosWorkflow.Services.Import;
using YosWorkflow.Web.Problems;
using YosWorkflow.Web.Reading;
using YosWorkflow.Web.Routes.Imports;
using YosWorkflow.Web.Routing;
using YosWorkflow.Web.SignIn;

namespace YosWorkflow.Web.Pages.Import;

/// <summary>
/// Imports files that are waiting. What takes some seconds is done at once. What is larger goes to the host, where it can go on by
/// itself (<see cref="IStagedImportStarter"/>), and else is done in parts; either way it leads to how far it is. What was written
/// counts, whoever goes on with it.
/// </summary>
public sealed class ConfirmImportRoute(StagedImport import, TimeProvider clock) : IRouteHandler
{
    // Well within the time that proxies give an answer.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (fields, refusal) = await FormBody.ReadAsync(
            request,
            [ImportAddress.AttemptField],
            cancellationToken
        );
        if (fields is null)
        {
            return refusal!;
        }

        if (!Guid.TryParse(fields.Text(ImportAddress.AttemptField, 50), out var attempt))
        {
            fields.Refuse(ImportAddress.AttemptField, "It is not an attempt of ours.");
        }

        if (fields.Errors.Count > 0)
        {
            return fields.Refusal();
        }

        if (
            ImportAddress.Read(request) is not { } id
            || await import.FindAsync(id, cancellationToken) is not { } files
        )
        {
            return NothingWaits();
        }

        if (files.Bytes > CaseloadForm.MostBytesAtOnce && StarterFor(request) is { } starter)
        {
            var begun = clock.GetUtcNow();
            await starter.StartAsync(id, cancellationToken);
            return new SeeOther(ImportAddress.Progress(id, begun));
        }

        return await import.PreviewAsync(id, cancellationToken) is null
            ? NothingWaits()
            : await ImportAsync(id, attempt, cancellationToken);
    }

    private static IStagedImportStarter? StarterFor(HttpRequest request) =>
        request.HttpContext.Features.Get<IStagedImportStarter>()
        ?? request.HttpContext.RequestServices.GetService<IStagedImportStarter>();

    private static IResult NothingWaits() =>
        Problem.Result(
            ProblemKind.Conflict,
            "No files are waiting here. They may have been imported, or thrown away."
        );

    private async Task<IResult> ImportAsync(string id, Guid attempt, CancellationToken cancellationToken)
    {
        var begun = clock.GetTimestamp();
        var step = await import.PlanAsync(id, attempt, cancellationToken);
        var transactions = step.Transactions;
        while (step.EntitiesLeft > 0)
        {
            step = await import.WriteAsync(id, cancellationToken);
            transactions += step.Transactions;
            if (step.EntitiesLeft > 0 && clock.GetElapsedTime(begun) > Longest)
            {
                return new SeeOther(ImportAddress.Going(id, attempt, step.EntitiesLeft));
            }
        }

        await import.FinishAsync(id, transactions, cancellationToken);
        return new SeeOther(ImportAddress.Report(id));
    }
}
