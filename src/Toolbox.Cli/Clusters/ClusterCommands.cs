using System.CommandLine;
using Toolbox.Cli.Client;
using Toolbox.Cli.Client.Waiting;
using Toolbox.Cli.CommandLine;

namespace Toolbox.Cli.Clusters;

/// <summary><c>flinkctl clusters</c> and <c>flinkctl cluster</c>.</summary>
static class ClusterCommands
{
    static readonly Option<string> Name = ResourceNames.Cluster;
    static readonly Option<string> Spec = SpecFile.Create("--cluster-spec", "cluster");
    static readonly Option<int> TaskManagers = Choices.RequiredNumber("--task-managers", "Number of TaskManagers.");

    public static Command Many() => new("clusters", "List Flink clusters.")
    {
        new ClientCommand("list", "Names of all clusters.", _ => OperatorRequest.Get("clusters"), [])
        {
            Examples = ["flinkctl clusters list --host=localhost | jq -r '.output' | jq", "flinkctl clusters list -o table"],
        },
    };

    public static Command One() => new("cluster", "Create, change, start, stop, scale, look at or delete a Flink cluster.")
    {
        Create(), Delete(), Update(), Status(), Start(), Stop(), Scale(),
    };

    static ClientCommand Create() => new("create", "Create a cluster.", parsed => Write(HttpMethod.Post, parsed), [Name, Spec], To(Goal.AsDeclared))
    {
        Examples = ["flinkctl cluster create --cluster-name=cluster-1 --cluster-spec=spec.json --wait"],
    };

    static ClientCommand Delete() => new("delete", "Delete a cluster; its jobs stop.", parsed => OperatorRequest.Delete(PathNames.Cluster(parsed)), [Name], To(Goal.Gone))
    {
        Examples = ["flinkctl cluster delete --cluster-name=cluster-1 --wait"],
    };

    static ClientCommand Update() => new("update", "Merge a spec into that of a cluster.", parsed => Write(HttpMethod.Put, parsed), [Name, Spec], To(Goal.AsDeclared))
    {
        Examples = ["flinkctl cluster update --cluster-name=cluster-1 --cluster-spec=spec.yaml"],
    };

    static ClientCommand Status() => new("status", "Status of a cluster.", parsed => OperatorRequest.Get($"{PathNames.Cluster(parsed)}/status"), [Name])
    {
        Examples = ["flinkctl cluster status --cluster-name=cluster-1 -o table"],
    };

    static ClientCommand Start() => new(
        "start", "Start a cluster; restart it when it runs.",
        parsed => WithoutSavepoint.Put($"{PathNames.Cluster(parsed)}/start", parsed, WithoutSavepoint.WhenStarting), [Name, WithoutSavepoint.WhenStarting], To(Goal.Started))
    {
        Examples = ["flinkctl cluster start --cluster-name=cluster-1 --wait --timeout=300"],
    };

    static ClientCommand Stop() => new(
        "stop", "Stop a cluster and its jobs.",
        parsed => WithoutSavepoint.Put($"{PathNames.Cluster(parsed)}/stop", parsed, WithoutSavepoint.WhenStopping), [Name, WithoutSavepoint.WhenStopping], To(Goal.Stopped))
    {
        Examples = ["flinkctl cluster stop --cluster-name=cluster-1 --wait", "flinkctl cluster stop --cluster-name=cluster-1 --without-savepoint"],
    };

    static ClientCommand Scale() => new(
        "scale", "Change the number of TaskManagers.",
        parsed => OperatorRequest.Put($"{PathNames.Cluster(parsed)}/scale", "taskManagers", parsed.GetValue(TaskManagers)), [Name, TaskManagers], To(Goal.AsDeclared))
    {
        Examples = ["flinkctl cluster scale --cluster-name=cluster-1 --task-managers=4"],
    };

    static OperatorRequest Write(HttpMethod method, ParseResult parsed) => new(method, PathNames.Cluster(parsed), SpecFile.Read(parsed, Spec));

    static ClientGoal To(Goal goal) => new(parsed => $"cluster {parsed.GetValue(Name)}", parsed => $"{PathNames.Cluster(parsed)}/status", parsed => ("FlinkCluster", parsed.GetValue(Name)!), goal);
}
