using System.CommandLine;
using Serilog;
using Serilog.Events;
using Toolbox.KubernetesApi;
using Toolbox.Sandbox.Node;

namespace Toolbox.Cli.Sandbox;

/// <summary><c>flinkctl sandbox node</c>: the node alone, for any API server.</summary>
static class SandboxNodeCommand
{
    static readonly Option<FileInfo> Kubeconfig = new("--kubeconfig") { Description = "Kubeconfig of the API server.", Required = true };
    static readonly Option<DirectoryInfo[]> FlinkHome = new("--flink-home") { Description = "Folder of a Flink distribution: Flink is real then. May be repeated.", DefaultValueFactory = _ => [] };
    static readonly Option<string[]> Image = new("--image") { Description = "NAME=FOLDER: the files of an image. May be repeated.", DefaultValueFactory = _ => [] };
    static readonly Option<DirectoryInfo?> DataDirectory = new("--data-dir") { Description = "Folder for logs, volumes and processes." };

    public static Command Create()
    {
        var command = new Command("node", "Run only the node, against the API server of a kubeconfig.") { Kubeconfig, FlinkHome, Image, DataDirectory };
        command.SetAction((parsed, cancellation) => Refusals.Guard(() => Run(parsed, cancellation)));
        return command;
    }

    static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        using var log = new LoggerConfiguration().MinimumLevel.Information().WriteTo.Console(standardErrorFromLevel: LogEventLevel.Verbose).CreateLogger();
        using var client = KubernetesApiClient.Connect(ApiConnections.FromKubeconfig(parsed.GetValue(Kubeconfig)!.FullName));
        var folder = parsed.GetValue(DataDirectory)?.FullName ?? Directory.CreateTempSubdirectory("flinkctl-node-").FullName;
        var options = new NodeOptions(folder)
        {
            FlinkHomes = [.. parsed.GetValue(FlinkHome)!.Select(home => Toolbox.Sandbox.Node.Images.FlinkHome.Open(home.FullName))],
            Images = SandboxImages.Parse(parsed.GetValue(Image)!),
            Log = log,
        };
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
}
