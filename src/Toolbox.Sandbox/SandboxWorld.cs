using Toolbox.KubernetesApi;
using Toolbox.Sandbox.Api;
using Toolbox.Sandbox.Controllers;
using Toolbox.Sandbox.Node;
using Toolbox.Sandbox.Node.Images;

namespace Toolbox.Sandbox;

/// <summary>
/// A small Kubernetes in this process: an API server on loopback, and controllers and node as ordinary clients of it. Made for trying, teaching and testing.
/// </summary>
public sealed class SandboxWorld : IAsyncDisposable
{
    readonly SandboxOptions options;
    readonly SandboxData data;
    readonly List<IAsyncDisposable> parts = [];

    SandboxWorld(SandboxOptions options, SandboxData data)
    {
        this.options = options;
        this.data = data;
    }

    public ApiServer Api { get; private set; } = null!;

    /// <summary>A client with the administrator's rights.</summary>
    public KubernetesApiClient Client { get; private set; } = null!;

    /// <summary>Null when the sandbox was started without one.</summary>
    public SandboxNode? Node { get; private set; }

    public string Namespace => options.Namespace;

    /// <summary>The file that holds the kubeconfig.</summary>
    public string KubeconfigPath { get; private set; } = "";

    /// <summary>The text of a kubeconfig for this sandbox.</summary>
    public string Kubeconfig => Api.Kubeconfig(options.Namespace);

    /// <summary>Starts everything; what was started is stopped again when a later part fails.</summary>
    /// <exception cref="SandboxException">The one line that says why not: a port in use, a folder that is no Flink, no Java, a path that cannot be written.</exception>
    public static async Task<SandboxWorld> StartAsync(SandboxOptions options, CancellationToken cancellation)
    {
        var homes = options.FlinkHomes.Select(FlinkHome.Open).ToList();
        var world = new SandboxWorld(options, SandboxData.Open(options.DataDirectory));
        try
        {
            await world.StartApiAsync(cancellation);
            world.parts.Add(await ControllerManager.StartAsync(
                world.Client, new ControllerManagerOptions { RootCertificate = world.Api.CertificateAuthorityPem, Log = options.Log }, cancellation));
            if (!options.Bare)
                await new SandboxObjects(world.Client).InstallAsync(options.Namespace, options.Manifests, cancellation);
            if (!options.NoNode)
                await world.StartNodeAsync([.. homes], cancellation);
            return world;
        }
        catch
        {
            await world.DisposeAsync();
            throw;
        }
    }

    /// <summary>Applies YAML or JSON of one or more objects, in the sandbox's namespace where they name none.</summary>
    /// <returns>Kind and name of each, in their order.</returns>
    /// <exception cref="SandboxException">An object is not accepted: the API server's own words say why.</exception>
    public Task<IReadOnlyList<(string Kind, string Name)>> ApplyAsync(string text, CancellationToken cancellation) =>
        new SandboxObjects(Client).ApplyAsync(text, options.Namespace, cancellation);

    /// <summary>Stops pods first, then the rest; leaves no process behind.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var part in Enumerable.Reverse(parts))
            await part.DisposeAsync();
        parts.Clear();
        Client?.Dispose();
        data.Dispose();
    }

    async Task StartApiAsync(CancellationToken cancellation)
    {
        try
        {
            var server = new ApiServerOptions
            {
                Port = options.Port,
                DataDirectory = data.IsKept ? Path.Combine(data.Path, "api") : null,
                Authorization = options.Authorization,
                TokenFile = options.TokenFile,
                AuditLogPath = options.AuditLogPath,
            };
            Api = await ApiServer.StartAsync(server, cancellation);
        }
        catch (IOException exception)
        {
            throw new SandboxException(exception.Message, exception);
        }

        parts.Add(Api);
        var path = options.KubeconfigPath ?? Path.Combine(data.Path, "kubeconfig");
        KubeconfigWriter.Write(path, Kubeconfig);
        KubeconfigPath = path;
        Client = KubernetesApiClient.Connect(ApiConnections.FromKubeconfig(path));
    }

    async Task StartNodeAsync(IEnumerable<FlinkHome> homes, CancellationToken cancellation)
    {
        var node = new NodeOptions(data.Node)
        {
            FlinkHomes = [.. homes],
            FlinkPlugins = options.FlinkPlugins,
            Images = options.Images,
            SampleJar = options.SampleJar,
            ExecutableCommand = options.ExecutableCommand,
            Log = options.Log,
        };
        Node = await SandboxNode.StartAsync(Client, options.Node(node), cancellation);
        parts.Add(Node);
    }
}
