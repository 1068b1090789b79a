using System.CommandLine;
using Toolbox.KubernetesApi;
using Toolbox.Operator.Bootstrap;

namespace Toolbox.Cli.Servers;

/// <summary><c>flinkctl bootstrap run</c>.</summary>
static class BootstrapRunCommand
{
    static readonly Option<string> Cluster = new("--cluster-name") { Description = "Name of the FlinkCluster.", Required = true };
    static readonly Option<string> Job = new("--job-name") { Description = "Name of the job inside its cluster.", Required = true };
    static readonly Option<string> JobId = new("--job-id") { Description = "Recorded Flink job id; without it the one that the FlinkJob records.", DefaultValueFactory = _ => "" };
    static readonly Option<string> Jar = new("--jar-path") { Description = "Path of the JAR.", Required = true };
    static readonly Option<string> ClassName = new("--class-name") { Description = "Main class.", Required = true };
    static readonly Option<int> Parallelism = new("--parallelism") { Description = "Parallelism of the job.", DefaultValueFactory = _ => 1 };
    static readonly Option<string> Savepoint = new("--savepoint-path") { Description = "Savepoint or checkpoint to start from.", DefaultValueFactory = _ => "" };
    static readonly Option<bool> NonRestored = new("--allow-non-restored-state") { Description = "State that no operator takes up may be dropped." };
    static readonly Option<string[]> Arguments = new("--argument") { Description = "Program argument; may be repeated.", DefaultValueFactory = _ => [] };
    static readonly Option<string?> FlinkHost = new("--flink-hostname") { Description = "Host of the JobManager; without it the JobManager's pod is looked up." };
    static readonly Option<int?> PortForward = new("--port-forward") { Description = "Local port that is forwarded to the JobManager." };
    static readonly Option<bool> DryRun = new("--dry-run") { Description = "Do nothing." };

    public static Command Create()
    {
        var connection = new ConnectionOptions();
        var command = new Command("run", "Upload a JAR and submit one job.")
        {
            Cluster, Job, JobId, Jar, ClassName, Parallelism, Savepoint, NonRestored, Arguments, FlinkHost, PortForward, DryRun,
        };
        connection.AddTo(command);
        command.SetAction((parsed, cancellation) => Refusals.Guard(() => Run(connection, parsed, cancellation)));
        return command;
    }

    static async Task<int> Run(ConnectionOptions connection, ParseResult parsed, CancellationToken cancellation)
    {
        if (parsed.GetValue(DryRun)) return ExitCodes.Done;
        using var log = ServerLog.Create();
        using var client = connection.Connect(parsed);
        var options = new BootstrapOptions(
            connection.Namespace(parsed), parsed.GetValue(Cluster)!, parsed.GetValue(Job)!, parsed.GetValue(JobId)!, parsed.GetValue(Jar)!,
            parsed.GetValue(ClassName)!, parsed.GetValue(Parallelism), parsed.GetValue(Savepoint)!, parsed.GetValue(NonRestored), parsed.GetValue(Arguments)!);
        var run = new BootstrapRun(options, new BootstrapTarget(client, Flink(parsed)), TimeProvider.System, log);
        var result = await run.Run(InContainer(options.JarPath), cancellation);
        // The last line stands alone: Kubernetes takes it over as the termination message.
        await Console.Out.WriteLineAsync(result.Message);
        return result.ExitCode;
    }

    static LanguageExt.Option<Uri> Flink(ParseResult parsed)
    {
        var (host, port) = (parsed.GetValue(FlinkHost), parsed.GetValue(PortForward));
        return host is null && port is null ? LanguageExt.Option<Uri>.None : new Uri($"http://{host ?? "localhost"}:{port ?? 8081}");
    }

    // A node without mount namespaces hands the container's files over in a folder.
    static string InContainer(string path) =>
        Environment.GetEnvironmentVariable(ApiConnections.RootVariable) is { Length: > 0 } root && File.Exists(root + path) ? root + path : path;
}
