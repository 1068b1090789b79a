using System.CommandLine;
using Toolbox.Cli.CommandLine;
using Toolbox.Operator.Monitoring;
using Toolbox.Operator.Operator;

namespace Toolbox.Cli.Servers;

/// <summary><c>flinkctl operator run</c>.</summary>
static class OperatorRunCommand
{
    public static Command Create()
    {
        var connection = new ConnectionOptions();
        var monitoring = MonitoringPort.Create();
        var rest = new RestServing();
        var inherited = new InheritedOptions();
        var command = new ExampleCommand("run", "Run the operator of one namespace.")
        {
            Examples = ["flinkctl operator run --namespace flink-jobs", "flinkctl operator run --namespace flink-jobs --kubeconfig FILE --dry-run"],
        };
        command.Options.Add(monitoring);
        connection.AddTo(command);
        rest.AddTo(command);
        inherited.AddTo(command);
        command.SetAction((parsed, cancellation) => Refusals.Guard(async () =>
        {
            var dryRun = inherited.IsDryRun(parsed);
            using var client = connection.Connect(parsed);
            await using var world = new OperatorWorld(client, connection.Namespace(parsed));
            var metrics = new ProcessMetrics();
            return await ServerProcess.Run(
                "operator", "leader-election-operator", world.Namespace, parsed.GetValue(monitoring), client,
                (identity, log, health, leading) => OperatorProcess.Run(client, world, identity, TimeProvider.System, log, health, metrics, leading, dryRun), metrics,
                cancellation, rest.Of(parsed, client, world, metrics, isReadOnly: dryRun), dryRun, rest.AllowedHosts(parsed));
        }));
        return command;
    }
}
