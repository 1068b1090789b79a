using System.CommandLine;
using Toolbox.Cli.Client;
using Toolbox.Cli.Client.Waiting;
using Toolbox.Cli.CommandLine;
using Toolbox.Cli.Jobs;

namespace Toolbox.Cli.Savepoints;

/// <summary><c>flinkctl savepoint</c>.</summary>
static class SavepointCommands
{
    public static Command One() => new("savepoint", "Take a savepoint of a job, or forget those that it has.")
    {
        // The older client sends the JSON value null too.
        new ClientCommand(
            "trigger", "Take a savepoint; the job goes on.", parsed => new OperatorRequest(HttpMethod.Put, $"{PathNames.Job(parsed)}/savepoint", "null"),
            [ResourceNames.Cluster, ResourceNames.Job], JobGoal.To(Goal.NewSavepoint))
        {
            Examples = ["flinkctl savepoint trigger --cluster-name=cluster-1 --job-name=job-1 --wait"],
        },
        new ClientCommand(
            "forget", "Forget the savepoints of a job; their files stay.", parsed => OperatorRequest.Delete($"{PathNames.Job(parsed)}/savepoint"),
            [ResourceNames.Cluster, ResourceNames.Job], JobGoal.To(Goal.NoSavepoint))
        {
            Examples = ["flinkctl savepoint forget --cluster-name=cluster-1 --job-name=job-1"],
        },
    };
}
