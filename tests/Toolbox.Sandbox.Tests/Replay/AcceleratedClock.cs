namespace Toolbox.Sandbox.Tests.Replay;

/// <summary>A clock that runs faster than the machine's, so that timeouts of seconds take tenths.</summary>
public sealed class AcceleratedClock(int factor) : TimeProvider
{
    readonly DateTimeOffset _start = System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => _start + (System.GetUtcNow() - _start) * factor;

    public override long TimestampFrequency => System.TimestampFrequency / factor;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Shorten(dueTime), Shorten(period));

    TimeSpan Shorten(TimeSpan time) => time <= TimeSpan.Zero ? time : time / factor;
}
