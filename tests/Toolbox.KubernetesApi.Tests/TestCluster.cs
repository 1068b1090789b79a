using System.Security.Cryptography.X509Certificates;
using Toolbox.Sandbox.Api;

namespace Toolbox.KubernetesApi.Tests;

/// <summary>The sandbox's API server, trusted by its authority alone, or the cluster that TOOLBOX_KUBECONFIG names.</summary>
public sealed class TestCluster : IAsyncLifetime
{
    ApiServer? _server;

    public ApiConnection Connection { get; private set; } = null!;

    public KubernetesApiClient Client { get; private set; } = null!;

    /// <summary>Another client, which a test may close.</summary>
    public KubernetesApiClient Connect(ClientOptions? options = null) => KubernetesApiClient.Connect(Connection, options);

    public async Task InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("TOOLBOX_KUBECONFIG") is { Length: > 0 } kubeconfig)
            Connection = ApiConnections.FromKubeconfig(kubeconfig);
        else
        {
            _server = await ApiServer.StartAsync(new ApiServerOptions(), CancellationToken.None);
            Connection = new ApiConnection(_server.Url)
            {
                Token = _server.BearerToken,
                CertificateAuthorities = [X509Certificate2.CreateFromPem(_server.CertificateAuthorityPem)],
            };
        }
        Client = Connect();
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        if (_server is not null) await _server.DisposeAsync();
    }
}
