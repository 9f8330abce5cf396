using Azure;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Import;

/// <summary>Makes plans, and carries them out.</summary>
internal sealed class ImportWriter(TableStorage storage)
{
    private const int Tries = 5;

    private readonly StoredCaseloadReader reader = new(storage);

    /// <summary>What is to be written as things stand.</summary>
    public async Task<ImportPlan> PlanAsync(ReadCaseload read, CancellationToken cancellationToken) =>
        ImportPlan.Of(
            read,
            await reader.ReadAsync(read.Cases.Read + read.Milestones.Read > 0, cancellationToken)
        );

    /// <summary>Carries out a plan, and where another was quicker the plan that follows from that.</summary>
    /// <param name="read">What was read, for a new plan.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="most">The most pages to write now.</param>
    /// <param name="progress">Told how far it is, or null.</param>
    /// <param name="cancellationToken">Stops it between two transactions.</param>
    /// <returns>How many entities are left to be written.</returns>
    public async Task<int> WriteAsync(
        ReadCaseload read,
        ImportPlan plan,
        int most,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await WriteOnceAsync(plan, most, progress, cancellationToken);
            }
            catch (RequestFailedException conflict)
                when (conflict.Status is 404 or 409 or 412 && attempt < Tries)
            {
                plan = await PlanAsync(read, cancellationToken);
            }
        }
    }

    private async Task<int> WriteOnceAsync(
        ImportPlan plan,
        int most,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        var written = 0;
        var pages = ImportPage.Of(plan).ToArray();
        foreach (var page in pages.Take(most))
        {
            progress?.Report(new(ImportStage.Writing, written, plan.Entities));
            await page.WriteAsync(storage, cancellationToken);
            written += page.Entities;
        }

        return plan.Entities - written;
    }
}
