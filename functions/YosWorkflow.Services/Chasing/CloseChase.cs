#pragma warning disable MA0025 // signatures first: the bodies come with the next commits
namespace YosWorkflow.Services.Chasing;

/// <summary>Ends the chase of a day: records in its row that it is through, which teams failed, and what it cost.</summary>
public sealed class CloseChase
{
    /// <summary>Ends it. Done again, it only records the newer figures.</summary>
    /// <param name="day">The day.</param>
    /// <param name="cases">How many open cases were looked at.</param>
    /// <param name="failedTeams">The teams that failed.</param>
    /// <param name="transactions">How many storage transactions the steps before made.</param>
    /// <param name="cancellationToken">Stops it before anything is written.</param>
    public Task<ChaseRun> ExecuteAsync(
        DateOnly day,
        int cases,
        IReadOnlyCollection<FailedTeam> failedTeams,
        long transactions,
        CancellationToken cancellationToken
    ) => throw new NotImplementedException();
}
