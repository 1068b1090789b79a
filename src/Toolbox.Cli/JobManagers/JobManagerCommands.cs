using System.CommandLine;
using Toolbox.Cli.Client;
using Toolbox.Cli.CommandLine;

namespace Toolbox.Cli.JobManagers;

/// <summary><c>flinkctl jobmanager</c>.</summary>
static class JobManagerCommands
{
    public static Command One() => new("jobmanager", "Look at the JobManager of a cluster.")
    {
        new ClientCommand("metrics", "Metrics of the JobManager.", parsed => OperatorRequest.Get($"{PathNames.Cluster(parsed)}/jobmanager/metrics"), [ResourceNames.Cluster])
        {
            Examples = ["flinkctl jobmanager metrics --cluster-name=cluster-1 -o table"],
        },
    };
}
