using Microsoft.Extensions.Time.Testing;

namespace YosWorkflow.Services.Tests.Chasing;

/// <summary>A clock of our own, on which nobody waits: what is to happen after a while happens at once.</summary>
internal sealed class ImpatientClock(DateTimeOffset now) : FakeTimeProvider(now)
{
    public override ITimer CreateTimer(
        TimerCallback callback,
        object? state,
        TimeSpan dueTime,
        TimeSpan period
    ) =>
        base.CreateTimer(
            callback,
            state,
            dueTime == Timeout.InfiniteTimeSpan ? dueTime : TimeSpan.Zero,
            period
        );
}
