using System.Text.Json.Nodes;
using Toolbox.KubernetesApi;
using Toolbox.Sandbox.Api;
using Toolbox.Sandbox.Controllers;

namespace Toolbox.Sandbox.Tests.Controllers;

/// <summary>
/// An API server with controllers: the sandbox's, or the cluster that TOOLBOX_KUBECONFIG names, whose own controllers then have to behave
/// the same. No node takes the pods (their scheduler does not exist); the tests write their statuses.
/// </summary>
public sealed class ControlledCluster : IAsyncLifetime
{
    ApiServer? _server;
    ControllerManager? _manager;
    int _namespaces;

    public KubernetesApiClient Client { get; private set; } = null!;

    /// <summary>The kubeconfig of another cluster than the sandbox, or null.</summary>
    public static string? Foreign => Environment.GetEnvironmentVariable("TOOLBOX_KUBECONFIG") is { Length: > 0 } kubeconfig ? kubeconfig : null;

    public async Task InitializeAsync()
    {
        if (Foreign is { } kubeconfig)
        {
            Client = KubernetesApiClient.Connect(ApiConnections.FromKubeconfig(kubeconfig));
            return;
        }
        _server = await ApiServer.StartAsync(new ApiServerOptions(), CancellationToken.None);
        Client = KubernetesApiClient.Connect(new ApiConnection(_server.Url) { SkipTlsVerification = true, Token = _server.BearerToken });
        var options = new ControllerManagerOptions { RootCertificate = _server.CertificateAuthorityPem, JobFailureDelay = TimeSpan.FromMilliseconds(20) };
        _manager = await ControllerManager.StartAsync(Client, options, CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        if (_manager is not null) await _manager.DisposeAsync();
        Client.Dispose();
        if (_server is not null) await _server.DisposeAsync();
    }

    /// <summary>A namespace of its own for one test.</summary>
    public async Task<ControlledNamespace> Namespace()
    {
        var name = $"test-{Environment.ProcessId}-{Interlocked.Increment(ref _namespaces)}";
        var answer = await Client.Create(Kinds.Namespaces, null, new JsonObject { ["metadata"] = new JsonObject { ["name"] = name } });
        Assert.True(answer.IsOk(out _), answer.Describe());
        var created = new ControlledNamespace(Client, name);
        await created.Eventually(Kinds.ServiceAccounts, "default", item => item is not null);
        return created;
    }
}

[CollectionDefinition(nameof(ControlledCluster))]
public sealed class ControlledClusterDefinition : ICollectionFixture<ControlledCluster>;
