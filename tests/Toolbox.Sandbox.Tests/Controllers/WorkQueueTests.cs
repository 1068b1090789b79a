using Microsoft.Extensions.Time.Testing;
using Toolbox.KubernetesApi;
using Toolbox.Sandbox.Controllers.Machinery;

namespace Toolbox.Sandbox.Tests.Controllers;

public sealed class WorkQueueTests : IDisposable
{
    static readonly ObjectKey One = new("n", "one");
    static readonly ObjectKey Two = new("n", "two");
    readonly FakeTimeProvider _time = new();
    readonly WorkQueue _queue;

    public WorkQueueTests() => _queue = new WorkQueue(_time);

    public void Dispose() => _queue.Dispose();

    ValueTask<ObjectKey> Take() => _queue.Take(CancellationToken.None);

    [Fact]
    public async Task A_key_waits_once()
    {
        _queue.Add(One);
        _queue.Add(One);
        _queue.Add(Two);
        Assert.Equal([One, Two], [await Take(), await Take()]);
        Assert.False(Take().IsCompleted);
    }

    [Fact]
    public async Task A_key_that_is_worked_on_comes_again_only_when_that_is_done()
    {
        _queue.Add(One);
        await Take();
        _queue.Add(One);
        _queue.Add(One);
        var next = Take().AsTask();
        Assert.False(next.IsCompleted);
        _queue.Done(One);
        Assert.Equal(One, await next);
        _queue.Done(One);
        Assert.False(Take().IsCompleted);
    }

    [Fact]
    public async Task A_later_look_comes_at_its_time_and_the_last_word_counts()
    {
        _queue.AddAfter(One, TimeSpan.FromSeconds(5));
        _queue.AddAfter(One, TimeSpan.FromSeconds(9));
        var next = Take().AsTask();
        _time.Advance(TimeSpan.FromSeconds(8));
        Assert.False(next.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(One, await next);
    }

    [Fact]
    public async Task A_look_that_comes_sooner_replaces_the_later_one()
    {
        _queue.AddAfter(One, TimeSpan.FromSeconds(5));
        _queue.Add(One);
        await Take();
        _queue.Done(One);
        var next = Take();
        _time.Advance(TimeSpan.FromSeconds(6));
        Assert.False(next.IsCompleted);
    }
}
