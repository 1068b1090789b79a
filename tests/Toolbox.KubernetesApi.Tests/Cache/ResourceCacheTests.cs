using k8s.Models;
using Microsoft.Extensions.Time.Testing;
using static Toolbox.KubernetesApi.Tests.ScriptedApi;

namespace Toolbox.KubernetesApi.Tests.Cache;

public sealed class ResourceCacheTests
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    static ResourceCache<V1ConfigMap> Start(ScriptedApi api, CacheOptions<V1ConfigMap>? options = null) =>
        ResourceCache<V1ConfigMap>.Start(
            api.Client, ResourceTypes.ConfigMaps, options ?? new CacheOptions<V1ConfigMap> { FirstDelay = TimeSpan.FromMilliseconds(1) });

    static string Content(ResourceCache<V1ConfigMap> cache) =>
        string.Join(' ', cache.Items.OrderBy(item => item.Metadata.Name, StringComparer.Ordinal)
            .Select(item => $"{item.Metadata.Name}@{item.Metadata.ResourceVersion}"));

    static string Text(ResourceChange<V1ConfigMap> change)
    {
        if (change is ResourceChange<V1ConfigMap>.Deleted) return $"-{change.Key.Name}";
        var before = change is ResourceChange<V1ConfigMap>.Updated updated ? $"{updated.Old.Metadata.ResourceVersion}>" : "";
        return $"{(before.Length == 0 ? "+" : "")}{change.Key.Name}@{before}{change.Subject.Metadata.ResourceVersion}";
    }

    static async Task<List<string>> Changes(ResourceCache<V1ConfigMap> cache, int count)
    {
        using var limit = new CancellationTokenSource(Limit);
        var seen = new List<string>();
        await foreach (var change in cache.Changes(limit.Token))
        {
            seen.Add(Text(change));
            if (seen.Count == count) break;
        }
        return seen;
    }

    [Fact]
    public async Task A_list_is_followed_by_a_watch_from_its_version()
    {
        await using var api = new ScriptedApi().ThenList(List(10, ConfigMap("a", 5), ConfigMap("b", 6)))
            .ThenWatch(Event("MODIFIED", ConfigMap("a", 11)), Event("ADDED", ConfigMap("c", 12)), Event("DELETED", ConfigMap("b", 13)));
        await using var cache = Start(api);
        await cache.WhenSynced.WaitAsync(Limit);
        await Eventually.Holds(() => Content(cache) == "a@11 c@12");
        Assert.Contains("resourceVersion=10", api.Watches.Single(), StringComparison.Ordinal);
        Assert.IsType<CacheState.Fresh>(cache.State);
        Assert.Equal(("13", 0L), (cache.ResourceVersion, cache.Restarts));
        Assert.NotNull(cache.LastEventAt);
        Assert.Equal("a", cache.Get("default", "a")?.Metadata.Name);
        Assert.Equal(["a", "c"], cache.InNamespace("default").Keys.Order());
        Assert.Null(cache.Get("default", "b"));
        Assert.Empty(cache.InNamespace("elsewhere"));
    }

    [Fact]
    public async Task Every_page_of_a_list_is_read()
    {
        await using var api = new ScriptedApi().ThenList(ListPage(10, "more", ConfigMap("a", 5))).ThenList(List(10, ConfigMap("b", 6)));
        await using var cache = Start(api);
        await cache.WhenSynced.WaitAsync(Limit);
        Assert.Equal("a@5 b@6", Content(cache));
        Assert.Equal(
            ["/api/v1/configmaps?limit=500", "/api/v1/configmaps?limit=500&continue=more"], api.Addresses.Take(2));
    }

    [Fact]
    public async Task Objects_are_trimmed_and_know_their_kind()
    {
        await using var api = new ScriptedApi().ThenList(List(10, ConfigMap("a", 5))).ThenWatch(Event("ADDED", ConfigMap("b", 11)));
        await using var cache = Start(api);
        await Eventually.Holds(() => Content(cache) == "a@5 b@11");
        Assert.All(cache.Items, item => Assert.Equal((null, "ConfigMap"), (item.Metadata.ManagedFields, item.Kind)));
    }

    [Fact]
    public async Task A_listener_hears_first_what_is_there_and_then_every_change()
    {
        await using var api = new ScriptedApi().ThenList(List(10, ConfigMap("a", 5)))
            .ThenWatch(Event("MODIFIED", ConfigMap("a", 11)), Event("DELETED", ConfigMap("a", 12)), Event("ADDED", ConfigMap("a", 13, "other")));
        await using var cache = Start(api);
        Assert.Equal(["+a@5", "a@5>11", "-a", "+a@13"], await Changes(cache, 4));
    }

    [Fact]
    public async Task A_watch_that_ends_in_good_order_is_resumed_from_the_last_bookmark()
    {
        await using var api = new ScriptedApi().ThenList(List(10, ConfigMap("a", 5)))
            .ThenShortWatch(Event("BOOKMARK", """{"metadata":{"resourceVersion":"20"}}"""))
            .ThenList(List(20, ConfigMap("a", 5)))
            .ThenWatch(Event("ADDED", ConfigMap("b", 21)));
        await using var cache = Start(api);
        await Eventually.Holds(() => Content(cache) == "a@5 b@21");
        Assert.Contains("resourceVersion=20", api.Watches.Last(), StringComparison.Ordinal);
        Assert.Equal(0, cache.Restarts);
    }

    [Fact]
    public async Task A_forgotten_version_lists_anew_and_tells_what_vanished()
    {
        await using var api = new ScriptedApi().ThenList(List(10, ConfigMap("a", 5), ConfigMap("b", 6))).ThenWatch(Expired)
            .ThenList(List(30, ConfigMap("b", 25), ConfigMap("c", 26)));
        await using var cache = Start(api);
        Assert.Equal(["-a", "b@6>25", "+c@26"], (await Changes(cache, 5)).Skip(2));
        Assert.Equal(1, cache.Restarts);
        Assert.Equal("30", cache.ResourceVersion);
    }

    [Fact]
    public async Task The_old_content_stays_visible_while_the_server_is_away()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch);
        await using var api = new ScriptedApi().ThenList(List(10, ConfigMap("a", 5))).ThenWatch(Expired).ThenList("away", 503);
        await using var cache = Start(api, new CacheOptions<V1ConfigMap> { Time = time });
        await Eventually.Holds(() => cache.State is CacheState.Stale, () => time.Advance(TimeSpan.FromMilliseconds(10)));
        var stale = (CacheState.Stale)cache.State;
        Assert.Equal("unreachable: away", stale.Reason);
        Assert.Equal("a@5", Content(cache));
        var lists = api.Addresses.Count();
        await Eventually.Holds(() => api.Addresses.Count() > lists + 1, () => time.Advance(TimeSpan.FromMilliseconds(10)));
        Assert.Equal(stale.Since, ((CacheState.Stale)cache.State).Since);
        api.ThenList(List(40, ConfigMap("a", 5), ConfigMap("b", 35)));
        await Eventually.Holds(() => cache.State is CacheState.Fresh, () => time.Advance(TimeSpan.FromMilliseconds(10)));
        Assert.Equal("a@5 b@35", Content(cache));
    }

    [Fact]
    public async Task A_broken_stream_is_resumed_and_the_cut_event_comes_again()
    {
        await using var api = new ScriptedApi().ThenList(List(10, ConfigMap("a", 5)))
            .ThenBrokenWatch(Event("ADDED", ConfigMap("b", 11)) + Event("ADDED", ConfigMap("c", 12))[..40])
            .ThenList(List(12, ConfigMap("a", 5)))
            .ThenWatch(Event("ADDED", ConfigMap("c", 12)));
        await using var cache = Start(api);
        await Eventually.Holds(() => Content(cache) == "a@5 b@11 c@12");
        Assert.Contains("resourceVersion=11", api.Watches.Last(), StringComparison.Ordinal);
        Assert.Equal(1, cache.Restarts);
        Assert.IsType<CacheState.Fresh>(cache.State);
    }

    [Fact]
    public async Task A_server_that_lost_its_history_is_listed_anew()
    {
        await using var api = new ScriptedApi().ThenList(List(1000, ConfigMap("a", 900), ConfigMap("b", 901))).ThenBrokenWatch("{")
            .ThenList(List(3)).ThenList(List(3, ConfigMap("b", 2, "new")));
        await using var cache = Start(api);
        await Eventually.Holds(() => Content(cache) == "b@2");
        Assert.Equal("3", cache.ResourceVersion);
    }

    [Fact]
    public async Task A_server_that_counted_as_far_with_other_objects_is_listed_anew()
    {
        await using var api = new ScriptedApi().ThenList(List(10, ConfigMap("a", 5, "old"))).ThenBrokenWatch("{")
            .ThenList(List(30, ConfigMap("a", 7, "new"))).ThenList(List(30, ConfigMap("a", 7, "new")));
        await using var cache = Start(api);
        await Eventually.Holds(() => Content(cache) == "a@7");
        Assert.Equal("new", cache.Items.Single().Metadata.Uid);
    }

    [Fact]
    public async Task A_server_that_ended_a_watch_in_good_order_before_its_time_is_asked_whether_it_is_still_the_same()
    {
        await using var api = new ScriptedApi().ThenList(List(10, ConfigMap("a", 5)))
            .ThenShortWatch(Event("ADDED", ConfigMap("b", 11))).ThenList(List(3)).ThenList(List(3, ConfigMap("c", 2)));
        await using var cache = Start(api);
        await Eventually.Holds(() => Content(cache) == "c@2");
    }

    [Fact]
    public async Task After_a_watch_that_could_not_be_opened_the_list_is_read_anew()
    {
        await using var api = new ScriptedApi().ThenList(List(50, ConfigMap("a", 45))).ThenRefuse(503).ThenList(List(60, ConfigMap("a", 30, "another")));
        await using var cache = Start(api);
        await Eventually.Holds(() => Content(cache) == "a@30");
        Assert.Equal("another", cache.Items.Single().Metadata.Uid);
    }

    [Fact]
    public async Task After_a_watch_that_ended_at_once_the_list_is_read_anew()
    {
        await using var api = new ScriptedApi().ThenList(List(50, ConfigMap("a", 45))).ThenShortWatch().ThenList(List(60, ConfigMap("b", 30)));
        await using var cache = Start(api);
        await Eventually.Holds(() => Content(cache) == "b@30");
        Assert.IsType<CacheState.Fresh>(cache.State);
    }

    [Fact]
    public async Task A_resource_that_does_not_exist_keeps_the_cache_waiting()
    {
        await using var api = new ScriptedApi().ThenList("404 page not found", 404);
        await using var cache = Start(api);
        await Eventually.Holds(() => cache.State is CacheState.Stale);
        Assert.Equal("not found: 404 page not found", ((CacheState.Stale)cache.State).Reason);
        Assert.False(cache.WhenSynced.IsCompleted);
    }

    [Fact]
    public async Task Closing_ends_the_listeners_and_whoever_waits_for_the_first_list()
    {
        await using var api = new ScriptedApi();
        var cache = Start(api);
        var listening = Changes(cache, 1);
        await cache.DisposeAsync();
        Assert.Empty(await listening.WaitAsync(Limit));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cache.WhenSynced.WaitAsync(Limit));
    }

    [Fact]
    public async Task An_offered_write_is_visible_at_once()
    {
        await using var api = new ScriptedApi().ThenList(List(10, ConfigMap("a", 5)));
        await using var cache = Start(api);
        await cache.WhenSynced.WaitAsync(Limit);
        var written = cache.Get("default", "a")! with { Metadata = new V1ObjectMeta { Name = "a", NamespaceProperty = "default", Uid = "a", ResourceVersion = "11" } };
        Assert.True(cache.Offer(written));
        Assert.Equal("a@11", Content(cache));
        Assert.False(cache.Offer(written));
    }
}
