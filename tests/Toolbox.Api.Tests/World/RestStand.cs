using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using k8s.Models;
using Toolbox.Api.Rest;
using Toolbox.Api.Rest.FlinkReads;
using Toolbox.Kubernetes.Resources;
using Toolbox.KubernetesApi;

namespace Toolbox.Api.Tests.World;

/// <summary>A REST API on a free port over a namespace of its own, with the caches of an operator, and a client to it.</summary>
sealed class RestStand : IAsyncDisposable
{
    readonly List<IAsyncDisposable> _parts = [];

    RestStand(KubernetesApiClient client, string @namespace) => (Client, Namespace) = (client, @namespace);

    public KubernetesApiClient Client { get; }

    public string Namespace { get; }

    public RestWorld World { get; private set; } = null!;

    public RestOptions Options { get; private set; } = new(IPAddress.Loopback, 0, "test");

    public RestServer Server { get; private set; } = null!;

    public HttpClient Http { get; private set; } = null!;

    /// <summary>Errors in the program; disposal fails when there were any.</summary>
    public ConcurrentQueue<Exception> Unexpected { get; } = new();

    /// <param name="commands">The client for commands, where it is another one than that of the caches.</param>
    public static async Task<RestStand> Start(
        ApiFixture api, Func<RestOptions, RestOptions>? options = null, FlinkAccessOptions? flink = null, KubernetesApiClient? commands = null)
    {
        var stand = new RestStand(api.Client, await api.NewNamespace());
        await stand.Start(options ?? (item => item), flink ?? new FlinkAccessOptions(), commands);
        await Task.WhenAll(stand.World.Deployments.WhenSynced, stand.World.Clusters.WhenSynced, stand.World.Jobs.WhenSynced, stand.World.JobManagers.WhenSynced);
        return stand;
    }

    /// <summary>Over an API server that need not be there; nothing is waited for.</summary>
    public static async Task<RestStand> Start(KubernetesApiClient client)
    {
        var stand = new RestStand(client, "default");
        await stand.Start(item => item, new FlinkAccessOptions());
        return stand;
    }

    public Task<Reply> Get(string path) => Send(HttpMethod.Get, path);

    public Task<Reply> Put(string path, string? body = null) => Send(HttpMethod.Put, path, body);

    public Task<Reply> Post(string path, string? body = null) => Send(HttpMethod.Post, path, body);

    public Task<Reply> Delete(string path) => Send(HttpMethod.Delete, path);

    public async Task<Reply> Send(HttpMethod method, string path, string? body = null, string type = "application/json")
    {
        using var request = new HttpRequestMessage(method, Absolute(path));
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, type);
        using var response = await Http.SendAsync(request);
        return await Reply.Of(response);
    }

    public static string Absolute(string path) => path.StartsWith("/api/", StringComparison.Ordinal) ? path : $"/api/v1{path}";

    /// <summary>Waits until the cache has seen what the API server has.</summary>
    public async Task CachesFollow()
    {
        foreach (var (type, cache) in new[] { (FlinkResourceTypes.Deployments, World.Deployments), (FlinkResourceTypes.Clusters, World.Clusters), (FlinkResourceTypes.Jobs, World.Jobs) })
        {
            var listed = ApiFixture.Value(await Client.List(type, Namespace)).Items.ToDictionary(item => item.Name, item => item.ResourceVersion);
            await Eventually.Holds(() => Task.FromResult(
                cache.InNamespace(Namespace) is var known && known.Count == listed.Count
                && listed.All(item => known.TryGetValue(item.Key, out var held) && long.Parse(held.ResourceVersion) >= long.Parse(item.Value))));
        }
    }

    public async Task<FlinkResource> Stored(ResourceType<FlinkResource> type, string name) => ApiFixture.Value(await Client.Get(type, Namespace, name));

    /// <summary>Writes a status as a supervisor would, and waits until it is known.</summary>
    public async Task WriteStatus(ResourceType<FlinkResource> type, string name, string status)
    {
        ApiFixture.Value(await Client.MergePatch(
            type, Namespace, name, new JsonObject { ["status"] = JsonNode.Parse(status) }, new WriteOptions { Subresource = "status" }));
        await CachesFollow();
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        foreach (var part in Enumerable.Reverse(_parts)) await part.DisposeAsync();
        Assert.Empty(Unexpected);
    }

    async Task Start(Func<RestOptions, RestOptions> options, FlinkAccessOptions flink, KubernetesApiClient? commands = null)
    {
        World = new RestWorld(
            commands ?? Client, Namespace, Cache(FlinkResourceTypes.Deployments), Cache(FlinkResourceTypes.Clusters), Cache(FlinkResourceTypes.Jobs), Pods(), TimeProvider.System)
        { Flink = flink };
        Options = options(Options);
        Server = await RestServer.StartAsync(Options, World, Unexpected.Enqueue, CancellationToken.None);
        _parts.Add(Server);
        Http = new HttpClient { BaseAddress = Server.Url, Timeout = TimeSpan.FromMinutes(2) };
    }

    ResourceCache<FlinkResource> Cache(ResourceType<FlinkResource> type) => Kept(ResourceCache<FlinkResource>.Start(
        Client, type, new CacheOptions<FlinkResource> { Namespace = Namespace, Trim = FlinkResourceTypes.Trim }));

    ResourceCache<V1Pod> Pods() => Kept(ResourceCache<V1Pod>.Start(Client, ResourceTypes.Pods, new CacheOptions<V1Pod> { Namespace = Namespace }));

    T Kept<T>(T part) where T : IAsyncDisposable
    {
        _parts.Add(part);
        return part;
    }
}
