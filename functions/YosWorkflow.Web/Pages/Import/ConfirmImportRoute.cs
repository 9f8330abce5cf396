using Microsoft.AspNetCore.Http;
using YosWorkflow.Services.Import;
using YosWorkflow.Web.Problems;
using YosWorkflow.Web.Reading;
using YosWorkflow.Web.Routing;
using YosWorkflow.Web.SignIn;

namespace YosWorkflow.Web.Pages.Import;

/// <summary>
/// Imports files that are waiting: all of it where that takes some seconds, else a part, and then leads back to how far it is. What
/// was written counts, whoever goes on with it.
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

        return
            ImportAddress.Read(request) is { } id
            && await import.PreviewAsync(id, cancellationToken) is not null
            ? await ImportAsync(id, attempt, cancellationToken)
            : Problem.Result(
                ProblemKind.Conflict,
                "No files are waiting here. They may have been imported, or thrown away."
            );
    }

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
