using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using YosWorkflow.Services.Import;

namespace YosWorkflow.Functions.Importing;

/// <summary>
/// A large import as an orchestration: the steps of <see cref="StagedImport"/>, each of them an activity, with its progress as
/// custom status. It only sequences; what it has written is in the tables.
/// </summary>
public static class ImportCaseloadOrchestration
{
    /// <summary>The orchestration's name.</summary>
    public const string Name = "ImportCaseload";

    // Twice what the largest files need at some thousand entities a step. An import that is not done by then will not be.
    private const int MostSteps = 400;

    /// <summary>The id of the import of files by their hash: the same files are one import at a time.</summary>
    public static string InstanceId(string hash) => $"import-{hash}";

    /// <summary>Imports files that are staged under their hash.</summary>
    [Function(Name)]
    public static Task<ImportSummary> RunAsync(
        [OrchestrationTrigger] TaskOrchestrationContext context,
        string hash
    ) => RunAsync(context, hash, DurableSteps.Retried);

    internal static async Task<ImportSummary> RunAsync(
        TaskOrchestrationContext context,
        string hash,
        TaskOptions retried
    )
    {
        try
        {
            var transactions = await WriteAsync(context, hash, retried);
            return await context.CallActivityAsync<ImportSummary>(
                ImportActivities.Finish,
                new ImportToFinish(hash, transactions),
                retried
            );
        }
        catch (Exception failure) when (failure is TaskFailedException or TimeoutException)
        {
            await context.CallActivityAsync(ImportActivities.Discard, hash, retried);
            throw;
        }
    }

    private static async Task<long> WriteAsync(
        TaskOrchestrationContext context,
        string hash,
        TaskOptions retried
    )
    {
        context.SetCustomStatus(new ImportStatus(ImportStatus.Comparing, 0, 0));
        var attempt = new ImportAttempt(hash, context.NewGuid());
        var step = await context.CallActivityAsync<ImportStep>(ImportActivities.Plan, attempt, retried);
        var total = step.EntitiesLeft;
        var transactions = step.Transactions;
        for (var steps = 0; step.EntitiesLeft > 0; steps++)
        {
            if (steps == MostSteps)
            {
                throw new TimeoutException("Others keep changing what this import writes.");
            }

            var written = Math.Max(0, total - step.EntitiesLeft);
            context.SetCustomStatus(new ImportStatus(ImportStatus.Writing, written, total));
            step = await context.CallActivityAsync<ImportStep>(ImportActivities.Write, hash, retried);
            transactions += step.Transactions;
        }

        context.SetCustomStatus(new ImportStatus(ImportStatus.Done, total, total));
        return transactions;
    }
}
