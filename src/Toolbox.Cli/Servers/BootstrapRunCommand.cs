using System.CommandLine;
using Toolbox.Cli.CommandLine;
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
    static readonly FlinkOptions Flink = new("Host of the JobManager, at port 8081 unless --port-forward names another; without both the JobManager's pod is asked.");
    static readonly Option<bool> DryRun = new("--dry-run") { Description = "Do nothing." };

    public static Command Create()
    {
        var connection = new ConnectionOptions();
        var command = new ExampleCommand("run", "Upload a JAR and submit one job.")
        {
            Examples = ["flinkctl bootstrap run --namespace flink-jobs --cluster-name cluster-1 --job-name job-1 --class-name com.example.Job --jar-path /flink-jobs.jar --parallelism 2 --argument --input --argument topic"],
        };
        foreach (var option in (Option[])[Cluster, Job, JobId, Jar, ClassName, Parallelism, Savepoint, NonRestored, Arguments, DryRun]) command.Options.Add(option);
        Flink.AddTo(command);
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
        var run = new BootstrapRun(options, new BootstrapTarget(client, Address(parsed)), TimeProvider.System, log);
        var result = await run.Run(ContainerFile.Locate(options.JarPath), cancellation);
        // The last line stands alone: Kubernetes takes it over as the termination message.
        await Console.Out.WriteLineAsync(result.Message);
        return result.ExitCode;
    }

    static LanguageExt.Option<Uri> Address(ParseResult parsed)
    {
        var (host, port) = (Flink.Hostname(parsed), Flink.PortForward(parsed));
        return host is null && port is null ? LanguageExt.Option<Uri>.None : new Uri($"http://{host ?? "localhost"}:{port ?? 8081}");
    }
}
