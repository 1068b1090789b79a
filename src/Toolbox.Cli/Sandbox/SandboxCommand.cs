using System.Collections.Immutable;
using System.CommandLine;
using Toolbox.Cli.CommandLine;
using System.Net;
using Serilog;
using Serilog.Events;
using Toolbox.Sandbox;
using Toolbox.Sandbox.Api;

namespace Toolbox.Cli.Sandbox;

/// <summary><c>flinkctl sandbox</c>: everything on this machine, without Kubernetes.</summary>
static class SandboxCommand
{
    const string DefaultNamespace = "flink-jobs";

    static readonly Argument<FileInfo[]> Files = new("FILE") { Description = "YAML files to apply once everything is up.", Arity = ArgumentArity.ZeroOrMore };
    static readonly Option<bool> ExitWhenReady = new("--exit-when-ready") { Description = "End with 0 as soon as all that was applied is ready." };
    static readonly Option<int> Timeout = new("--timeout") { Description = "Seconds after which --exit-when-ready gives up with 1.", DefaultValueFactory = _ => 300 };
    static readonly Option<FileInfo?> Kubeconfig = new("--kubeconfig") { Description = "Where to write the kubeconfig." };
    static readonly Option<int> Port = new("--port") { Description = "Port of the Kubernetes API on 127.0.0.1; 0 takes a free one.", DefaultValueFactory = _ => 0 };
    static readonly Option<DirectoryInfo?> DataDirectory = new("--data-dir") { Description = "Folder that keeps the state; without it nothing is kept." };
    static readonly Option<bool> NoOperator = new("--no-operator") { Description = "Start only the Kubernetes part." };
    static readonly Option<bool> NoNode = new("--no-node") { Description = "Run no pods: 'flinkctl sandbox node' does, in another process." };
    static readonly Option<bool> Bare = new("--bare") { Description = "Install nothing of the toolbox, neither definitions nor accounts nor the operator: for trying the charts." };
    static readonly Option<string?> Namespace = new("--namespace") { Description = "Namespace for Flink, and of the kubeconfig; flink-jobs by default, with --bare the namespace default." };

    static readonly Option<AuthorizationMode> Authorization = new("--authorization-mode")
    {
        Description = "AlwaysAllow, or RBAC: roles and bindings decide, as in a real cluster.", HelpName = "AlwaysAllow|RBAC", DefaultValueFactory = _ => AuthorizationMode.AlwaysAllow,
    };
    static readonly Option<FileInfo?> TokenFile = new("--token-auth-file") { Description = "Users and their tokens: lines of token,user,uid,\"group1,group2\"." };
    static readonly Option<FileInfo?> AuditLog = new("--audit-log-path") { Description = "File that notes each request to the Kubernetes API, one line of JSON each." };

    public static Command Create()
    {
        var command = new ExampleCommand("sandbox", "Run everything on this machine, without Kubernetes: for trying, teaching and testing.")
        {
            Examples = ["flinkctl sandbox samples/deployment.yaml", "flinkctl sandbox --bare --kubeconfig FILE", "flinkctl sandbox samples/deployment.yaml --exit-when-ready --timeout 120"],
        };
        command.Arguments.Add(Files);
        command.Subcommands.Add(SandboxNodeCommand.Create());
        foreach (var option in (Option[])[ExitWhenReady, Timeout, Kubeconfig, Port, DataDirectory, NoOperator, NoNode, Bare, Namespace, Authorization, TokenFile, AuditLog])
            command.Options.Add(option);
        foreach (var option in NodeArguments.All) command.Add(option);
        Bounded(Port, 0, IPEndPoint.MaxPort);
        Bounded(Timeout, 1, int.MaxValue);
        command.SetAction((parsed, cancellation) => Refusals.Guard(() => Run(parsed, cancellation)));
        return command;
    }

    static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var texts = await ReadFiles(parsed.GetValue(Files)!, cancellation);
        using var log = new LoggerConfiguration().MinimumLevel.Warning().WriteTo.Console(standardErrorFromLevel: LogEventLevel.Verbose).CreateLogger();
        try
        {
            await using var world = await SandboxWorld.StartAsync(Options(parsed, log), cancellation);
            Console.WriteLine($"Kubernetes API  {world.Api.Url}");
            Console.WriteLine($"kubeconfig      {world.KubeconfigPath}");
            Console.WriteLine($"try             kubectl --kubeconfig {world.KubeconfigPath} get fd,fc,fj,pod");
            return await new SandboxRun(world, parsed.GetValue(NoOperator) || parsed.GetValue(Bare), Terminal.Of(parsed)).Run(
                texts, parsed.GetValue(ExitWhenReady) ? TimeSpan.FromSeconds(parsed.GetValue(Timeout)) : null, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return parsed.GetValue(ExitWhenReady) ? ExitCodes.Failed : ExitCodes.Done;
        }
    }

    static SandboxOptions Options(ParseResult parsed, ILogger log) => new()
    {
        Port = parsed.GetValue(Port),
        Bare = parsed.GetValue(Bare),
        NoNode = parsed.GetValue(NoNode),
        Namespace = parsed.GetValue(Namespace) ?? (parsed.GetValue(Bare) ? "default" : DefaultNamespace),
        KubeconfigPath = parsed.GetValue(Kubeconfig)?.FullName,
        DataDirectory = parsed.GetValue(DataDirectory)?.FullName,
        FlinkHomes = NodeArguments.Homes(parsed),
        FlinkPlugins = NodeArguments.Plugins(parsed),
        Images = SandboxImages.Parse(parsed.GetValue(NodeArguments.Image)!),
        SampleJar = NodeArguments.Jar(parsed),
        Manifests = [.. EmbeddedManifests.CustomResourceDefinitions(), .. SandboxRoles.Of(parsed.GetValue(Namespace) ?? DefaultNamespace)],
        Authorization = parsed.GetValue(Authorization),
        TokenFile = parsed.GetValue(TokenFile)?.FullName,
        AuditLogPath = parsed.GetValue(AuditLog)?.FullName,
        Log = log,
    };

    static async Task<ImmutableArray<(string File, string Text)>> ReadFiles(IEnumerable<FileInfo> files, CancellationToken cancellation)
    {
        var texts = ImmutableArray.CreateBuilder<(string, string)>();
        foreach (var file in files) texts.Add((file.ToString(), await Read(file, cancellation)));
        return texts.ToImmutable();
    }

    static async Task<string> Read(FileInfo file, CancellationToken cancellation)
    {
        if (Directory.Exists(file.FullName)) throw new RefusalException($"{file} is a folder; a YAML file is needed");
        if (!file.Exists) throw new RefusalException($"there is no file {file}");
        try
        {
            return await File.ReadAllTextAsync(file.FullName, cancellation);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RefusalException($"the file {file} cannot be read: {error.Message}", error);
        }
    }

    public static void Bounded(Option<int> option, int lowest, int highest) => option.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<int>() is var value && (value < lowest || value > highest))
            result.AddError($"{option.Name} {value}: a number from {lowest} to {highest} is needed");
    });
}
