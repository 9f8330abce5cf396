using YosWorkflow.Services.Delivery;

namespace YosWorkflow.Services.Chasing;

/// <summary>Says what the chase of a day did.</summary>
public sealed class ReadChase(ChaseRunTable runs, DigestTable digests)
{
    /// <summary>The run, its report from the digests of the day, and the digests themselves; null if it was never started.</summary>
    public async Task<(ChaseRun Run, ChaseReport Report, IReadOnlyList<StoredDigest> Digests)?> ExecuteAsync(
        DateOnly day,
        CancellationToken cancellationToken
    )
    {
        if (await runs.FindAsync(day, cancellationToken) is not { } run)
        {
            return null;
        }

        var ofDay = await digests.ReadDayAsync(day, cancellationToken);
        return (run, ReportOf(run, ofDay), ofDay);
    }

    private static ChaseReport ReportOf(ChaseRun run, IReadOnlyList<StoredDigest> ofDay) =>
        new()
        {
            AsOf = run.Day,
            WhyNobody = run.WhyNobody,
            Told = ChaseReports.Told(ofDay.Where(ChaseReports.IsTold)),
            NotTold = ChaseReports.NotTold(ofDay.Where(digest => !ChaseReports.IsTold(digest))),
            FailedTeams = run.FailedTeams,
            Transactions = run.Transactions,
        };
}
