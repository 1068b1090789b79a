namespace Toolbox.Sandbox.Api.Verbs;

/// <summary>When a watcher gets bookmarks: every minute, and two and one seconds before its time is over if it has more than that.</summary>
sealed class BookmarkTimes
{
    static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    readonly TimeProvider _clock;
    readonly bool _wanted;
    readonly DateTimeOffset _deadline;
    readonly bool _long;
    DateTimeOffset _next;

    public BookmarkTimes(TimeProvider clock, TimeSpan timeout, bool wanted)
    {
        (_clock, _wanted, _deadline, _long) = (clock, wanted, clock.GetUtcNow() + timeout, timeout > TimeSpan.FromSeconds(2));
        _next = After(clock.GetUtcNow());
    }

    /// <summary>Whether a bookmark is due now; then the next one is some time off.</summary>
    public bool IsDue()
    {
        var now = _clock.GetUtcNow();
        if (!_wanted || now < _next) return false;
        _next = After(now);
        return true;
    }

    public Task NextAsync(CancellationToken cancellation)
    {
        var wait = _next - _clock.GetUtcNow();
        return Task.Delay(!_wanted ? Timeout.InfiniteTimeSpan : wait > TimeSpan.Zero ? wait : TimeSpan.Zero, _clock, cancellation);
    }

    DateTimeOffset After(DateTimeOffset now)
    {
        foreach (var seconds in (int[])[2, 1])
        {
            var before = _deadline.AddSeconds(-seconds);
            if (_long && before > now && before < now + Period) return before;
        }
        return now + Period;
    }
}
