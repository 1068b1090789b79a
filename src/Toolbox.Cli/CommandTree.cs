using System.CommandLine;
using Toolbox.Cli.Certificates;
using Toolbox.Cli.Clusters;
using Toolbox.Cli.CommandLine;
using Toolbox.Cli.Completion;
using Toolbox.Cli.Deployments;
using Toolbox.Cli.Describe;
using Toolbox.Cli.Doctor;
using Toolbox.Cli.Explain;
using Toolbox.Cli.Get;
using Toolbox.Cli.Graphs;
using Toolbox.Cli.JobManagers;
using Toolbox.Cli.Jobs;
using Toolbox.Cli.Logs;
using Toolbox.Cli.Plan;
using Toolbox.Cli.Sandbox;
using Toolbox.Cli.Savepoints;
using Toolbox.Cli.Servers;
using Toolbox.Cli.TaskManagers;
using Toolbox.Cli.Top;
using Toolbox.Cli.Tree;

namespace Toolbox.Cli;

/// <summary>All commands of flinkctl; each verb group has a folder.</summary>
public static class CommandTree
{
    public static RootCommand Create()
    {
        var root = new RootCommand("Deploys and operates Apache Flink on Kubernetes.")
        {
            DeploymentCommands.Many(), DeploymentCommands.One(), ClusterCommands.Many(), ClusterCommands.One(), JobCommands.Many(), JobCommands.One(),
            SavepointCommands.One(), JobManagerCommands.One(), TaskManagerCommands.Many(), TaskManagerCommands.One(),
            GetCommand.Create(), DescribeCommand.Create(), ExplainCommand.Create(), PlanCommand.Create(), TreeCommand.Create(), LogsCommand.Create(),
            SavepointsCommand.Create(), TopCommand.Create(), DoctorCommand.Create(),
            new Command("operator", "Process that turns FlinkDeployments into clusters and jobs.") { OperatorRunCommand.Create() },
            new Command("supervisor", "Process that runs one FlinkCluster and its FlinkJobs.") { SupervisorRunCommand.Create() },
            new Command("bootstrap", "Process that uploads a JAR and submits one job.") { BootstrapRunCommand.Create() },
            SandboxCommand.Create(),
            GraphCommand.Create(),
            CertificatesCommand.Create(),
        };
        root.Subcommands.Add(CompletionCommand.Create(root));
        root.Subcommands.Add(NamesCommand.Create(root));
        ExampleHelp.Install(root);
        return root;
    }
}
