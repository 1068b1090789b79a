using System.CommandLine;
using Toolbox.Cli.Graphs;
using Toolbox.Cli.Sandbox;
using Toolbox.Cli.Servers;

namespace Toolbox.Cli;

/// <summary>All commands of flinkctl; each verb group has a folder.</summary>
public static class CommandTree
{
    public static RootCommand Create() => new("Deploys and operates Apache Flink on Kubernetes.")
    {
        new Command("operator", "Process that turns FlinkDeployments into clusters and jobs.") { OperatorRunCommand.Create() },
        new Command("supervisor", "Process that runs one FlinkCluster and its FlinkJobs.") { SupervisorRunCommand.Create() },
        new Command("bootstrap", "Process that uploads a JAR and submits one job.") { BootstrapRunCommand.Create() },
        SandboxCommand.Create(),
        GraphCommand.Create(),
    };
}
