using YosWorkflow.Services.Operations;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Import;

/// <summary>
/// Imports staff, cases and milestones: reads the files, compares them with what is known, and writes what is new. What is wrong
/// with a row keeps that row out and no other; a file that is no CSV file of its kind keeps all of them out.
/// </summary>
/// <remarks>
/// Every write is conditional on the version that was read, and the comparison is made anew where another was quicker. So it
/// may be stopped anywhere and done again, by the same process or another: what was written counts as known, the rest follows,
/// and the same files written twice change nothing. <see cref="StagedImport"/> does the same in steps, for an orchestration.
/// </remarks>
public sealed class CaseloadImport(TableStorage storage, TimeProvider time)
{
    private readonly ImportWriter writer = new(storage);
    private readonly ImportRunTable runs = new(storage);

    /// <summary>Imports files.</summary>
    /// <param name="files">The files: any of the three may be missing.</param>
    /// <param name="progress">Told how far it is, or null.</param>
    /// <param name="cancellationToken">Stops it between two transactions.</param>
    /// <returns>What became of every row, and what is wrong; if the files were refused, only why.</returns>
    public async Task<ImportReport> RunAsync(
        ImportFiles files,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        using var step = ServiceTelemetry.Step("import caseload");
        var tally = storage.Transactions.Measure();
        var contents = await FileContents.ReadAsync(files, progress, cancellationToken);
        var read = contents.Parse();
        if (read.IsRefused)
        {
            return read.Refusal(tally.Total);
        }

        progress?.Report(new(ImportStage.Comparing, 0, 0));
        var plan = await writer.PlanAsync(read, cancellationToken);
        await writer.WriteAsync(read, plan, int.MaxValue, progress, cancellationToken);
        await NoteMomentAsync(storage, time, plan.Counts, cancellationToken);
        // The report that is kept counts the transaction that keeps it.
        var report = new ImportReport(plan.Counts, plan.Problems, tally.Total + 1);
        await KeepAsync(read.Id, plan, report, cancellationToken);
        progress?.Report(new(ImportStage.Done, 0, 0));
        return report with { Transactions = tally.Total };
    }

    /// <summary>Notes when the caseload was last imported; a staff list alone says nothing of cases.</summary>
    internal static Task NoteMomentAsync(
        TableStorage storage,
        TimeProvider time,
        ImportCounts counts,
        CancellationToken cancellationToken
    ) =>
        counts.Cases.Read + counts.Milestones.Read > 0
            ? ImportMoment.NoteAsync(storage, time.GetUtcNow(), cancellationToken)
            : Task.CompletedTask;

    // Files that changed nothing, and of which the same is wrong as last time, leave the run that did something as it is.
    private async Task KeepAsync(
        string id,
        ImportPlan plan,
        ImportReport report,
        CancellationToken cancellationToken
    )
    {
        if (plan.IsEmpty)
        {
            var last = await runs.FindAsync(id, cancellationToken);
            if (last is not null && last.Report.Problems.SequenceEqual(report.Problems))
            {
                return;
            }
        }

        await runs.WriteAsync(new(id, time.GetUtcNow(), report), cancellationToken);
    }
}
