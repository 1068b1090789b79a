using System.CommandLine;
using System.Net;
using Serilog;
using Serilog.Events;
using Toolbox.Cli.CommandLine;
using Toolbox.KubernetesApi;
using Toolbox.Sandbox;
using Toolbox.Sandbox.Node;
using Toolbox.Sandbox.Node.Addresses;

namespace Toolbox.Cli.Sandbox;

/// <summary><c>flinkctl sandbox node</c>: the node alone, for any API server.</summary>
static class SandboxNodeCommand
{
    static readonly Option<FileInfo> Kubeconfig = new("--kubeconfig") { Description = "Kubeconfig of the API server.", Required = true };
    static readonly Option<DirectoryInfo?> DataDirectory = new("--data-dir") { Description = "Folder for logs, volumes and processes." };
    static readonly Option<string> Name = new("--name") { Description = "The node's name.", DefaultValueFactory = _ => "sandbox-node" };
    static readonly Option<string> Addresses = new("--addresses") { Description = "Range of this machine that pods get addresses from. A real API server refuses loopback ones in Endpoints.", DefaultValueFactory = _ => AddressRange.Default.Text };
    static readonly Option<string> HostAddress = new("--host-address") { Description = "The node's own address, where it serves logs.", DefaultValueFactory = _ => "127.0.0.1" };
    static readonly Option<int> Port = new("--port") { Description = "Port of the logs; 0 takes a free one.", DefaultValueFactory = _ => 0 };
    static readonly Option<bool> ServeTls = new("--serve-tls") { Description = "Serve logs with TLS, as a real API server expects." };
    static readonly Option<bool> NoBind = new("--no-bind") { Description = "Leave it to a scheduler to bind pods to this node." };

    public static Command Create()
    {
        var command = new ExampleCommand("node", "Run only the node, against the API server of a kubeconfig.") { Examples = ["flinkctl sandbox node --kubeconfig FILE"] };
        foreach (var option in (Option[])[Kubeconfig, DataDirectory, Name, Addresses, HostAddress, Port, ServeTls, NoBind]) command.Options.Add(option);
        foreach (var option in NodeArguments.All) command.Add(option);
        SandboxCommand.Bounded(Port, 0, IPEndPoint.MaxPort);
        command.SetAction((parsed, cancellation) => Refusals.Guard(() => Run(parsed, cancellation)));
        return command;
    }

    static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        using var log = new LoggerConfiguration().MinimumLevel.Information().WriteTo.Console(standardErrorFromLevel: LogEventLevel.Verbose).CreateLogger();
        using var data = SandboxData.Open(parsed.GetValue(DataDirectory)?.FullName);
        var options = Options(parsed, data.Node) with { Log = log };
        using var client = KubernetesApiClient.Connect(ApiConnections.FromKubeconfig(parsed.GetValue(Kubeconfig)!.FullName));
        await using var node = await SandboxNode.StartAsync(client, options, cancellation);
        Console.WriteLine($"The node {options.Name} serves {client.Server}");
        try
        {
            await Task.Delay(System.Threading.Timeout.Infinite, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Told to end.
        }
        return ExitCodes.Done;
    }

    static NodeOptions Options(ParseResult parsed, string folder) => new(folder)
    {
        Name = parsed.GetValue(Name)!,
        Addresses = AddressRange.Parse(parsed.GetValue(Addresses)!),
        HostAddress = IPAddress.TryParse(parsed.GetValue(HostAddress), out var address)
            ? address
            : throw new SandboxException($"--host-address: '{parsed.GetValue(HostAddress)}' is not an IP address"),
        Port = parsed.GetValue(Port),
        ServeTls = parsed.GetValue(ServeTls),
        BindPods = !parsed.GetValue(NoBind),
        FlinkHomes = [.. NodeArguments.Homes(parsed).Select(Toolbox.Sandbox.Node.Images.FlinkHome.Open)],
        FlinkPlugins = NodeArguments.Plugins(parsed),
        Images = SandboxImages.Parse(parsed.GetValue(NodeArguments.Image)!),
        SampleJar = NodeArguments.Jar(parsed),
    };
}
