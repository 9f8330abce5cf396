using Microsoft.Azure.Functions.Worker;
using YosWorkflow.Services.Import;

namespace YosWorkflow.Functions.Importing;

/// <summary>The steps of a large import.</summary>
public sealed class ImportActivities(StagedImport import)
{
    /// <summary>The name of <see cref="PlanAsync"/>.</summary>
    public const string Plan = "PlanImport";

    /// <summary>The name of <see cref="WriteAsync"/>.</summary>
    public const string Write = "WriteImport";

    /// <summary>The name of <see cref="FinishAsync"/>.</summary>
    public const string Finish = "FinishImport";

    /// <summary>The name of <see cref="DiscardAsync"/>.</summary>
    public const string Discard = "DiscardImport";

    /// <summary>Compares the files with what is known.</summary>
    [Function(Plan)]
    public Task<ImportStep> PlanAsync(
        [ActivityTrigger] ImportAttempt attempt,
        CancellationToken cancellationToken
    ) => import.PlanAsync(attempt.Hash, attempt.Id, cancellationToken);

    /// <summary>Writes a part of what is new.</summary>
    [Function(Write)]
    public Task<ImportStep> WriteAsync([ActivityTrigger] string hash, CancellationToken cancellationToken) =>
        import.WriteAsync(hash, cancellationToken);

    /// <summary>Keeps the run and removes the staged files.</summary>
    [Function(Finish)]
    public async Task<ImportSummary> FinishAsync(
        [ActivityTrigger] ImportToFinish done,
        CancellationToken cancellationToken
    ) => ImportSummary.Of(await import.FinishAsync(done.Hash, done.Transactions, cancellationToken));

    /// <summary>Removes the staged files of an import that failed.</summary>
    [Function(Discard)]
    public Task DiscardAsync([ActivityTrigger] string hash, CancellationToken cancellationToken) =>
        import.DiscardAsync(hash, cancellationToken);
}
