using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Toolbox.Api.Tests.World;
using Toolbox.Kubernetes.Resources;
using Toolbox.KubernetesApi;

namespace Toolbox.Api.Tests;

/// <summary>Reads go on without the API server, commands say what happened to them.</summary>
[Collection(nameof(ApiCollection))]
public sealed class ApiServerFailureTests(ApiFixture api)
{
    [Fact]
    public async Task Commands_to_an_API_server_that_is_away_are_a_bad_gateway()
    {
        using var away = KubernetesApiClient.Connect(Nowhere.Connection);
        await using var stand = await RestStand.Start(api, commands: away);
        await Create(stand);
        (await stand.Get("/clusters/cluster-1/status")).IsOk();
        foreach (var (method, path, body) in Commands) (await stand.Send(method, path, body)).Is(502, "the API server does not answer");
    }

    [Fact]
    public async Task Commands_to_an_API_server_that_hangs_time_out()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var hanging = KubernetesApiClient.Connect(Nowhere.At(((IPEndPoint)listener.LocalEndpoint).Port));
        await using var stand = await RestStand.Start(api, options => options with { HandlerTimeout = TimeSpan.FromMilliseconds(300) }, commands: hanging);
        await Create(stand);
        foreach (var (method, path, body) in Commands) (await stand.Send(method, path, body)).Is(504, "no answer within 0.3 s");
    }

    [Fact]
    public async Task Reads_of_a_cache_that_cannot_follow_say_so()
    {
        var own = new ApiFixture();
        await own.InitializeAsync();
        await using var stand = await RestStand.Start(own);
        (await stand.Post("/clusters/cluster-1", Specs.Cluster)).IsOk();
        await own.DisposeAsync();
        await Eventually.Holds(() => Task.FromResult(stand.World.StaleSince is not null));
        using var response = await stand.Http.GetAsync("/api/v1/clusters");
        Assert.Contains("the API server was heard last at 2", response.Headers.GetValues("Warning").Single(), StringComparison.Ordinal);
        Assert.Equal("""["cluster-1"]""", (await Reply.Of(response)).Output.ToJsonString());
    }

    static IEnumerable<(HttpMethod Method, string Path, string? Body)> Commands =>
    [
        (HttpMethod.Put, "/clusters/cluster-1/stop", "{}"),
        (HttpMethod.Put, "/clusters/cluster-1/scale", """{"taskManagers":1}"""),
        (HttpMethod.Post, "/clusters/cluster-2", Specs.Cluster),
        (HttpMethod.Put, "/clusters/cluster-1", Specs.Cluster),
        (HttpMethod.Delete, "/clusters/cluster-1", null),
    ];

    static async Task Create(RestStand stand)
    {
        ApiFixture.Value(await stand.Client.Create(FlinkResourceTypes.Clusters, stand.Namespace, new FlinkResource
        {
            Metadata = new() { Name = "cluster-1" }, Spec = JsonDocument.Parse(Specs.Cluster).RootElement,
        }));
        await stand.CachesFollow();
    }
}
