namespace Toolbox.Sandbox.SimulatedFlink.Model;

/// <summary>
/// Discrete events of one simulated cluster. Nothing runs by itself: whoever looks at the cluster first lets it catch up,
/// event by event in the order of their times, so that results depend on the clock only. Not thread-safe.
/// </summary>
sealed class Schedule(TimeProvider clock)
{
    readonly PriorityQueue<Action, (long Ticks, long Order)> due = new();
    long order;

    /// <summary>The time of the event that is being carried out.</summary>
    public DateTimeOffset Now { get; private set; } = clock.GetUtcNow();

    public long NowMilliseconds => Now.ToUnixTimeMilliseconds();

    public void After(TimeSpan delay, Action action) => due.Enqueue(action, ((Now + delay).UtcTicks, order++));

    public void CatchUp()
    {
        var until = clock.GetUtcNow();
        while (due.TryPeek(out var action, out var at) && at.Ticks <= until.UtcTicks)
        {
            due.Dequeue();
            if (at.Ticks > Now.UtcTicks) Now = new DateTimeOffset(at.Ticks, TimeSpan.Zero);
            action();
        }
        if (until > Now) Now = until;
    }
}
