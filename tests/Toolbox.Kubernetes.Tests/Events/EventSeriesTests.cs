using Microsoft.Extensions.Time.Testing;
using Toolbox.Kubernetes.Events;

namespace Toolbox.Kubernetes.Tests.Events;

public sealed class EventSeriesTests
{
    readonly FakeTimeProvider _time = new();

    [Fact]
    public void Object_may_cause_so_many_events_at_once_and_then_one_for_each_period()
    {
        var series = new EventSeries("flink-operator", _time);
        Assert.All(Enumerable.Range(0, EventSeries.Burst), _ => Assert.True(series.Admits("uid-1")));
        Assert.False(series.Admits("uid-1"));
        Assert.True(series.Admits("uid-2"));
        _time.Advance(EventSeries.Refill - TimeSpan.FromSeconds(1));
        Assert.False(series.Admits("uid-1"));
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.True(series.Admits("uid-1"));
        Assert.False(series.Admits("uid-1"));
    }

    [Fact]
    public void Budget_does_not_grow_beyond_the_burst()
    {
        var series = new EventSeries("flink-operator", _time);
        Assert.True(series.Admits("uid-1"));
        _time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(EventSeries.Burst, Enumerable.Range(0, 100).Count(_ => series.Admits("uid-1")));
    }

    [Fact]
    public void Repetition_raises_the_count_of_the_event_that_is_there()
    {
        var series = new EventSeries("flink-operator", _time);
        Assert.Null(series.Repeat(Key(1)));
        var name = series.Begin(Key(1), "cluster-1");
        Assert.StartsWith("cluster-1.", name, StringComparison.Ordinal);
        Assert.Equal((name, 2), series.Repeat(Key(1)) is { } second ? (second.Name, second.Count) : default);
        Assert.Equal(3, series.Repeat(Key(1))!.Count);
    }

    [Fact]
    public void Event_that_was_not_written_is_forgotten()
    {
        var series = new EventSeries("flink-operator", _time);
        series.Begin(Key(1), "cluster-1");
        series.Forget(Key(1));
        Assert.Null(series.Repeat(Key(1)));
    }

    [Fact]
    public void Memory_is_bounded_and_keeps_what_was_used_last()
    {
        var series = new EventSeries("flink-operator", _time);
        for (var number = 0; number < EventSeries.MostSeries; number++) series.Begin(Key(number), "cluster-1");
        Assert.NotNull(series.Repeat(Key(0)));
        series.Begin(Key(EventSeries.MostSeries), "cluster-1");
        Assert.NotNull(series.Repeat(Key(0)));
        Assert.Null(series.Repeat(Key(1)));
    }

    [Fact]
    public void Two_processes_and_two_moments_name_their_events_differently()
    {
        var first = new EventSeries("flink-operator", _time).Begin(Key(1), "cluster-1");
        var other = new EventSeries("flink-supervisor", _time).Begin(Key(1), "cluster-1");
        _time.Advance(TimeSpan.FromSeconds(1));
        var later = new EventSeries("flink-operator", _time).Begin(Key(1), "cluster-1");
        Assert.Equal(3, new HashSet<string> { first, other, later }.Count);
    }

    static EventKey Key(int number) => new("uid-1", false, "CreateJobManager", $"message {number}");
}
