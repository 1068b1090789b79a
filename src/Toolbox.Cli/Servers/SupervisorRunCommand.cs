using System.CommandLine;
using Toolbox.Cli.CommandLine;
using Toolbox.Operator.FlinkAccess;
using Toolbox.Operator.Monitoring;
using Toolbox.Operator.Supervisor;

namespace Toolbox.Cli.Servers;

/// <summary><c>flinkctl supervisor run</c>.</summary>
static class SupervisorRunCommand
{
    public static Command Create()
    {
        var connection = new ConnectionOptions();
        var monitoring = MonitoringPort.Create();
        var cluster = new Option<string>("--cluster-name") { Description = "Name of the FlinkCluster.", Required = true };
        // The cluster's spec says both; these are what older Deployments pass.
        var polling = new Option<int?>("--polling-interval") { Description = "Seconds between looks at Flink; the cluster's spec has the last word." };
        var timeout = new Option<int?>("--task-timeout") { Description = "Seconds until a silent Flink counts as unhealthy; the cluster's spec has the last word." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Decide and log only: write nothing, execute nothing." };
        var flink = new FlinkOptions("Host of Flink's node ports, for a supervisor outside of Kubernetes; without it the JobManager's pod is asked.");
        var command = new ExampleCommand("run", "Run the supervisor of one cluster.")
        {
            Examples = ["flinkctl supervisor run --namespace flink-jobs --cluster-name cluster-1", "flinkctl supervisor run --namespace flink-jobs --cluster-name cluster-1 --kubeconfig FILE --dry-run"],
        };
        foreach (var option in (Option[])[cluster, polling, timeout, dryRun, monitoring, .. ForgottenPort.All()]) command.Options.Add(option);
        connection.AddTo(command);
        flink.AddTo(command);
        command.SetAction((parsed, cancellation) => Refusals.Guard(async () =>
        {
            using var client = connection.Connect(parsed);
            var (@namespace, name) = (connection.Namespace(parsed), parsed.GetValue(cluster)!);
            var metrics = new ProcessMetrics();
            return await ServerProcess.Run(
                "supervisor", $"leader-election-supervisor-{name}", @namespace, parsed.GetValue(monitoring), client,
                (identity, log, health, leading) => SupervisorProcess.Run(
                    client, @namespace, name, identity, TimeProvider.System, log, health, metrics, leading, parsed.GetValue(dryRun),
                    new FlinkReach(flink.Hostname(parsed), flink.PortForward(parsed))),
                metrics, cancellation, dryRun: parsed.GetValue(dryRun));
        }));
        return command;
    }
}
