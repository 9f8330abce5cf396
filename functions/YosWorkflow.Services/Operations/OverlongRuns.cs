namespace YosWorkflow.Services.Operations;

/// <summary>An orchestration that has not come to its end.</summary>
/// <param name="InstanceId">Its id. It names a day, a file's hash or a round, and of a round perhaps a case's reference.</param>
/// <param name="Name">What it is, such as <c>ChaseDay</c>.</param>
/// <param name="StartedAt">Since when.</param>
public sealed record RunningOrchestration(string InstanceId, string Name, DateTimeOffset StartedAt);

/// <summary>Says for how long an orchestration may run before somebody should look at it.</summary>
/// <remarks>
/// A chase and an import are done in minutes, and what fails in them is tried again for some minutes more. What waits for people, as
/// an audit round does, lives as long as the round.
/// </remarks>
public static class OverlongRuns
{
    /// <summary>For how long what only works may run.</summary>
    public static readonly TimeSpan Working = TimeSpan.FromHours(4);

    /// <summary>For how long what waits for people may: a month, the round's own weeks, and time to close.</summary>
    public static readonly TimeSpan Waiting = TimeSpan.FromDays(120);

    // The names of those that wait for people begin so.
    private const string Audits = "Audit";

    /// <summary>Those that have run for too long, the oldest first.</summary>
    public static IReadOnlyList<RunningOrchestration> Of(
        IEnumerable<RunningOrchestration> running,
        DateTimeOffset now
    ) =>
        [
            .. running
                .Where(one => now - one.StartedAt > LimitOf(one.Name))
                .OrderBy(one => one.StartedAt)
                .ThenBy(one => one.InstanceId, StringComparer.Ordinal),
        ];

    private static TimeSpan LimitOf(string name) =>
        name.StartsWith(Audits, StringComparison.Ordinal) ? Waiting : Working;
}
