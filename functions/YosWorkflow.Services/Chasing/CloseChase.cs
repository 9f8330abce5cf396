using YosWorkflow.Core.Learning;

namespace YosWorkflow.Services.Chasing;

/// <summary>Ends the chase of a day: records in its row that it is through, which teams failed, and what it cost.</summary>
public sealed class CloseChase(ChaseRunTable runs, TimeProvider clock)
{
    /// <summary>
    /// Ends it. Done again, it records the newer figures, and adds the transactions to those before. A run that looked at nothing,
    /// as one of a day that is past, leaves the figures as they are. The children are kept once, on the day itself: what a child is now
    /// says nothing of another day.
    /// </summary>
    /// <param name="day">The day.</param>
    /// <param name="cases">How many open cases were looked at.</param>
    /// <param name="failedTeams">The teams that failed.</param>
    /// <param name="children">The children of every team; empty if they are not known of every one.</param>
    /// <param name="transactions">How many storage transactions the steps before made.</param>
    /// <param name="cancellationToken">Stops it before anything is written.</param>
    public Task<ChaseRun> ExecuteAsync(
        DateOnly day,
        int cases,
        IReadOnlyCollection<FailedTeam> failedTeams,
        IReadOnlyCollection<TeamChildren> children,
        long transactions,
        CancellationToken cancellationToken
    )
    {
        var looked = cases > 0 || failedTeams.Count > 0;
        var isOfToday = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime) == day;
        return runs.ChangeAsync(
            day,
            run =>
                run with
                {
                    FinishedAt = clock.GetUtcNow(),
                    Cases = looked ? cases : run.Cases,
                    FailedTeams = looked ? [.. failedTeams] : run.FailedTeams,
                    Children = run.Children.IsEmpty && isOfToday ? [.. children] : run.Children,
                    Transactions = run.Transactions + transactions,
                },
            cancellationToken
        );
    }
}
