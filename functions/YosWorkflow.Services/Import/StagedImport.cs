using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Import;

/// <summary>
/// The import in steps, for an orchestration: each step is short, gives only numbers back, and may be done twice or stopped
/// anywhere. It does what <see cref="CaseloadImport"/> does, in the same way.
/// </summary>
/// <remarks>
/// <list type="number">
/// <item><see cref="StageAsync"/>, where the files come in: puts them into storage, in chunks, under their hash.</item>
/// <item><see cref="PlanAsync"/>: compares them with what is known, and keeps the report of what will be done. That is the report
/// at the end of this attempt, however often the work in between was stopped and taken up again.</item>
/// <item><see cref="WriteAsync"/>, until nothing is left: writes some thousand entities each time. What is left follows from the
/// files and from what is stored, so there is no place in it to remember.</item>
/// <item><see cref="FinishAsync"/>: keeps the run and removes the staged files.</item>
/// </list>
/// <see cref="DiscardAsync"/> ends an import that will not be finished.
/// </remarks>
public sealed class StagedImport(TableStorage storage, TimeProvider time)
{
    // Some seconds' work, so that a step which is stopped has little to do again.
    private const int PagesAStep = 50;

    private readonly ImportWriter writer = new(storage);
    private readonly ImportRunTable runs = new(storage);
    private readonly StagedFileTable staged = new(storage);

    /// <summary>
    /// Puts the files into storage, unless they are refused. An import of the same files that is under way is not disturbed.
    /// </summary>
    public async Task<StagedFiles> StageAsync(ImportFiles files, CancellationToken cancellationToken)
    {
        var tally = storage.Transactions.Measure();
        var contents = await FileContents.ReadAsync(files, progress: null, cancellationToken);
        var read = contents.Parse();
        if (read.IsRefused)
        {
            return new(null, read.Refusal(tally.Total), tally.Total);
        }

        await staged.WriteAsync(contents, cancellationToken);
        return new(read.Id, null, tally.Total);
    }

    /// <summary>
    /// How large staged files are and how far their import is; null if none are staged under this id. One query, without the files.
    /// </summary>
    public Task<StagedImportState?> FindAsync(string id, CancellationToken cancellationToken) =>
        staged.FindAsync(id, cancellationToken);

    /// <summary>Compares the files with what is known, and keeps the report of what will be done.</summary>
    /// <param name="id">The import.</param>
    /// <param name="attempt">
    /// What tells this attempt to import these files from others: planned again, an attempt keeps its first report.
    /// </param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="InvalidOperationException">No files are staged under this id.</exception>
    public async Task<ImportStep> PlanAsync(string id, Guid attempt, CancellationToken cancellationToken)
    {
        var tally = storage.Transactions.Measure();
        var read = await ParseAsync(id, cancellationToken);
        var plan = await writer.PlanAsync(read, cancellationToken);
        await staged.KeepReportAsync(
            id,
            attempt,
            new(plan.Counts, plan.Problems, 0),
            plan.Entities,
            cancellationToken
        );
        return new(plan.Entities, tally.Total);
    }

    /// <summary>What staged files would do as things stand; null if none are staged under this id. It writes nothing.</summary>
    public async Task<ImportReport?> PreviewAsync(string id, CancellationToken cancellationToken)
    {
        var tally = storage.Transactions.Measure();
        var contents = await staged.ReadAsync(id, cancellationToken);
        if (contents.Id() != id)
        {
            return null;
        }

        var plan = await writer.PlanAsync(contents.Parse(), cancellationToken);
        return new(plan.Counts, plan.Problems, tally.Total);
    }

    /// <summary>Writes a part of what is new.</summary>
    /// <exception cref="InvalidOperationException">No files are staged under this id.</exception>
    public async Task<ImportStep> WriteAsync(string id, CancellationToken cancellationToken)
    {
        var tally = storage.Transactions.Measure();
        var read = await ParseAsync(id, cancellationToken);
        var plan = await writer.PlanAsync(read, cancellationToken);
        var left = await writer.WriteAsync(read, plan, PagesAStep, progress: null, cancellationToken);
        await staged.KeepLeftAsync(id, left, cancellationToken);
        return new(left, tally.Total);
    }

    /// <summary>Keeps the run and removes the staged files. Done twice, it gives the same report.</summary>
    /// <param name="id">The import.</param>
    /// <param name="transactions">How many transactions the steps before took, all together.</param>
    /// <param name="cancellationToken">Stops it between two transactions.</param>
    /// <exception cref="InvalidOperationException">There is no such import.</exception>
    public async Task<ImportReport> FinishAsync(
        string id,
        long transactions,
        CancellationToken cancellationToken
    )
    {
        var tally = storage.Transactions.Measure();
        var report = await staged.FindReportAsync(id, cancellationToken);
        if (report is null)
        {
            var run =
                await runs.FindAsync(id, cancellationToken)
                ?? throw new InvalidOperationException($"There is no import '{id}' to finish.");
            return run.Report;
        }

        await CaseloadImport.NoteMomentAsync(storage, time, report.Files, cancellationToken);
        report = report with { Transactions = transactions + tally.Total + 1 };
        await runs.WriteAsync(new(id, time.GetUtcNow(), report), cancellationToken);
        await staged.RemoveAsync(id, cancellationToken);
        return report;
    }

    /// <summary>Removes the staged files of an import that will not be finished. What it has written stays.</summary>
    public Task DiscardAsync(string id, CancellationToken cancellationToken) =>
        staged.RemoveAsync(id, cancellationToken);

    private async Task<ReadCaseload> ParseAsync(string id, CancellationToken cancellationToken)
    {
        var contents = await staged.ReadAsync(id, cancellationToken);
        return contents.Id() == id
            ? contents.Parse()
            : throw new InvalidOperationException($"The files of import '{id}' are not all staged.");
    }
}
