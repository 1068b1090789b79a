using k8s.Models;
using Microsoft.Extensions.Time.Testing;
using static Toolbox.KubernetesApi.Tests.ScriptedApi;

namespace Toolbox.KubernetesApi.Tests.Watching;

public sealed class WatchTests
{
    static async Task<List<WatchEvent<V1ConfigMap>>> Read(string body, int status = 200, ClientOptions? options = null, params (string, string)[] headers)
    {
        await using var server = StubServer.Always(status, body, headers);
        using var client = KubernetesApiClient.Connect(server.Connection, options);
        var events = new List<WatchEvent<V1ConfigMap>>();
        await foreach (var next in client.Watch(ResourceTypes.ConfigMaps, "default")) events.Add(next);
        return events;
    }

    static string Failure(List<WatchEvent<V1ConfigMap>> events) => Assert.IsType<WatchEvent<V1ConfigMap>.Failed>(Assert.Single(events)).Reason;

    [Fact]
    public async Task Every_kind_of_event_is_read_blank_lines_are_not()
    {
        var events = await Read(
            Event("ADDED", ConfigMap("a", 1)) + "\r\n\n" + Event("MODIFIED", ConfigMap("a", 2)) + Event("DELETED", ConfigMap("a", 3))
            + Event("BOOKMARK", """{"metadata":{"resourceVersion":"4"}}""")
            + Event("BOOKMARK", """{"metadata":{"resourceVersion":"5","annotations":{"k8s.io/initial-events-end":"true"}}}"""));
        Assert.Equal("1", Assert.IsType<WatchEvent<V1ConfigMap>.Added>(events[0]).Value.Metadata.ResourceVersion);
        Assert.Equal("ConfigMap", Assert.IsType<WatchEvent<V1ConfigMap>.Modified>(events[1]).Value.Kind);
        Assert.Equal("3", Assert.IsType<WatchEvent<V1ConfigMap>.Deleted>(events[2]).Value.Metadata.ResourceVersion);
        Assert.Equal([new WatchEvent<V1ConfigMap>.Bookmark("4", false), new WatchEvent<V1ConfigMap>.Bookmark("5", true)], events.Skip(3));
    }

    [Fact]
    public async Task An_object_may_stand_before_its_type()
    {
        var events = await Read($$"""{"object":{{ConfigMap("a", 1)}},"more":[1,{"x":2}],"type":"ADDED"}""" + "\n");
        Assert.Equal("a", Assert.IsType<WatchEvent<V1ConfigMap>.Added>(Assert.Single(events)).Value.Metadata.Name);
    }

    [Fact]
    public async Task An_expired_version_ends_the_watch() =>
        Assert.Equal([new WatchEvent<V1ConfigMap>.Expired("too old resource version")], await Read(Expired + Event("ADDED", ConfigMap("a", 1))));

    [Fact]
    public async Task A_version_that_is_refused_as_expired_at_once_is_the_same() =>
        Assert.Equal([new WatchEvent<V1ConfigMap>.Expired("old")], await Read("""{"kind":"Status","code":410,"message":"old"}""", 410));

    [Fact]
    public async Task An_error_event_ends_the_watch() =>
        Assert.Equal("no luck", Failure(await Read(Event("ERROR", """{"code":500,"message":"no luck"}""") + Event("ADDED", ConfigMap("a", 1)))));

    [Fact]
    public async Task A_refused_watch_says_why() => Assert.Equal("forbidden: no", Failure(await Read("""{"message":"no"}""", 403)));

    [Fact]
    public async Task A_busy_server_says_when_to_come_back()
    {
        var events = await Read("", 429, null, ("Retry-After", "5"));
        Assert.Equal(new WatchEvent<V1ConfigMap>.Failed("throttled for 5 s", TimeSpan.FromSeconds(5)), Assert.Single(events));
    }

    [Theory]
    [InlineData("{nonsense}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"type":"ADDED"}""")]
    [InlineData("""{"type":"ADDED","object":null}""")]
    [InlineData("""{"type":"ADDED","object":"text"}""")]
    [InlineData("""{"type":"STRANGE","object":{}}""")]
    [InlineData("""{"type":"BOOKMARK","object":[]}""")]
    [InlineData("""{"type":"ERROR","object":{"code":"x"}}""")]
    [InlineData("""{"type":7,"object":{}}""")]
    public async Task A_line_that_is_no_event_ends_the_watch(string line) =>
        Assert.StartsWith("an event cannot be read", Failure(await Read(line + "\n")), StringComparison.Ordinal);

    [Fact]
    public async Task An_event_that_is_cut_off_is_not_taken_for_one() =>
        Assert.Equal("the stream ended in the middle of an event", Failure(await Read(Event("ADDED", ConfigMap("a", 1)).TrimEnd('\n'))));

    [Fact]
    public async Task An_event_longer_than_allowed_ends_the_watch() =>
        Assert.Equal("an event is longer than 10000 bytes", Failure(await Read(new string('x', 20000), 200, new ClientOptions { LongestAnswer = 10000 })));

    [Fact]
    public async Task A_server_that_forgets_to_end_the_watch_is_given_up()
    {
        var time = new FakeTimeProvider();
        await using var api = new ScriptedApi(new ClientOptions { Time = time }).ThenWatch(Event("ADDED", ConfigMap("a", 1)));
        var watch = api.Client.Watch(ResourceTypes.ConfigMaps, "default", new WatchOptions { Timeout = TimeSpan.FromSeconds(100), Jitter = 0.5 }).GetAsyncEnumerator();
        Assert.True(await watch.MoveNextAsync());
        Assert.Contains("timeoutSeconds=95", api.Watches.Single(), StringComparison.Ordinal);
        var next = watch.MoveNextAsync();
        time.Advance(TimeSpan.FromSeconds(124));
        Assert.False(next.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(2));
        Assert.True(await next);
        Assert.Equal(new WatchEvent<V1ConfigMap>.Failed("the server did not end the watch in time", null), watch.Current);
        Assert.False(await watch.MoveNextAsync());
    }

    [Fact]
    public async Task Cancellation_by_the_caller_throws()
    {
        await using var api = new ScriptedApi().ThenWatch(Event("ADDED", ConfigMap("a", 1)));
        using var cancellation = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in api.Client.Watch(ResourceTypes.ConfigMaps, "default", null, cancellation.Token)) await cancellation.CancelAsync();
        });
    }
}
