using Microsoft.Extensions.Time.Testing;
using Toolbox.Operator.Loop;

namespace Toolbox.Operator.Tests.Loop;

public sealed class WorkQueueTests
{
    static readonly WorkKey One = new(WorkKind.Cluster, "flink", "one");
    static readonly WorkKey Two = new(WorkKind.Job, "flink", "two");

    readonly FakeTimeProvider _clock = new();
    readonly WorkQueue _queue;

    public WorkQueueTests() => _queue = new WorkQueue(_clock);

    [Fact]
    public async Task Key_that_is_added_twice_is_taken_once()
    {
        _queue.Add(One);
        _queue.Add(One);
        Assert.Equal(1, _queue.Depth);
        Assert.Equal(One, await Take());
        Assert.Equal(0, _queue.Depth);
    }

    [Fact]
    public async Task Key_that_is_added_while_it_is_worked_on_comes_again_afterwards_and_not_before()
    {
        _queue.Add(One);
        var key = await Take();
        _queue.Add(One);
        Assert.Equal(0, _queue.Depth);
        _queue.Done(key);
        Assert.Equal(One, await Take());
    }

    [Fact]
    public async Task Key_that_is_done_does_not_come_again_by_itself()
    {
        _queue.Add(One);
        _queue.Done(await Take());
        Assert.Equal(0, _queue.Depth);
    }

    [Fact]
    public async Task Changes_go_before_timers()
    {
        _queue.Add(One, WorkPriority.Timer);
        _queue.Add(Two);
        Assert.Equal(Two, await Take());
        Assert.Equal(One, await Take());
    }

    [Fact]
    public async Task Key_with_a_time_waits_for_it()
    {
        _queue.AddAt(One, _clock.GetUtcNow().AddSeconds(5));
        var taking = Take();
        Assert.False(taking.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(One, await taking);
    }

    [Fact]
    public async Task Earlier_of_two_times_counts_and_the_later_one_is_dropped()
    {
        _queue.AddAt(One, _clock.GetUtcNow().AddSeconds(60));
        _queue.AddAt(One, _clock.GetUtcNow().AddSeconds(5));
        _clock.Advance(TimeSpan.FromSeconds(5));
        _queue.Done(await Take());
        _clock.Advance(TimeSpan.FromSeconds(60));
        _queue.Add(Two);
        Assert.Equal(Two, await Take());
        Assert.Equal(0, _queue.Depth);
    }

    [Fact]
    public async Task Time_of_a_key_that_was_worked_on_meanwhile_is_dropped()
    {
        _queue.AddAt(One, _clock.GetUtcNow().AddSeconds(5));
        _queue.Add(One);
        _queue.Done(await Take());
        _clock.Advance(TimeSpan.FromSeconds(10));
        _queue.Add(Two);
        Assert.Equal(Two, await Take());
        Assert.Equal(0, _queue.Depth);
    }

    [Fact]
    public async Task Waiting_ends_when_it_is_cancelled()
    {
        using var stop = new CancellationTokenSource();
        var taking = _queue.Take(stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => taking);
    }

    Task<WorkKey> Take() => _queue.Take(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30));
}
