namespace YosWorkflow.Local.Tests.Serving;

/// <summary>A clock that stands where a test puts it, while everything that waits by it waits for some milliseconds at most.</summary>
internal sealed class QuickClock(DateTimeOffset now) : TimeProvider
{
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(20);

    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;

    public override ITimer CreateTimer(
        TimerCallback callback,
        object? state,
        TimeSpan dueTime,
        TimeSpan period
    ) => base.CreateTimer(callback, state, Quick(dueTime), Quick(period));

    private static TimeSpan Quick(TimeSpan time) => time > Longest ? Longest : time;
}
