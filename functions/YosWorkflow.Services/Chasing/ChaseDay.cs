#pragma warning disable MA0025 // signatures first: the bodies come with the next commits
namespace YosWorkflow.Services.Chasing;

/// <summary>
/// The morning's chase in one process: the steps that the orchestration of the same name takes, in the same order. It may be
/// stopped anywhere and started again, or run by two at once, and everyone is still told once.
/// </summary>
public sealed class ChaseDay
{
    /// <summary>Chases a day.</summary>
    /// <param name="day">The day.</param>
    /// <param name="dryRun">Whether only to say what would be told: nothing is written and nobody told.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="Core.Calendar.OutsideBankHolidaysException">The bank holidays of the day's year are not known.</exception>
    public Task<ChaseReport> ExecuteAsync(DateOnly day, bool dryRun, CancellationToken cancellationToken) =>
        throw new NotImplementedException();
}
