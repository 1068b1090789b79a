namespace Toolbox.Api.Security.Tls;

/// <summary>Lines that strangers can cause: one a second at most, so that nobody fills the log.</summary>
sealed class Complaints(TimeProvider clock, Action<string> tell)
{
    static readonly long Pause = TimeSpan.FromSeconds(1).Ticks;
    long _next;

    public void Say(string line)
    {
        var (now, next) = (clock.GetUtcNow().Ticks, Interlocked.Read(ref _next));
        if (now < next || Interlocked.CompareExchange(ref _next, now + Pause, next) != next) return;
        tell(line);
    }
}
