using System.CommandLine;
using Toolbox.Cli.Client;
using Toolbox.Cli.Client.Waiting;
using Toolbox.Cli.CommandLine;

namespace Toolbox.Cli.Deployments;

/// <summary><c>flinkctl deployments</c> and <c>flinkctl deployment</c>.</summary>
static class DeploymentCommands
{
    static readonly Option<string> Name = ResourceNames.Deployment;
    static readonly Option<string> Spec = SpecFile.Create("--deployment-spec", "deployment");

    public static Command Many() => new("deployments", "List Flink deployments.")
    {
        new ClientCommand("list", "Names of all deployments.", _ => OperatorRequest.Get("deployments"), [])
        {
            Examples = ["flinkctl deployments list --host=localhost | jq -r '.output' | jq", "flinkctl deployments list -o table"],
        },
    };

    public static Command One() => new("deployment", "Create, change, look at or delete a Flink deployment.")
    {
        new ClientCommand("create", "Create a deployment.", parsed => Write(HttpMethod.Post, parsed), [Name, Spec], To(Goal.AsDeclared))
        {
            Examples = ["flinkctl deployment create --deployment-name=cluster-1 --deployment-spec=spec.json --wait"],
        },
        new ClientCommand("delete", "Delete a deployment with its cluster and jobs.", parsed => OperatorRequest.Delete(PathNames.Deployment(parsed)), [Name], To(Goal.Gone))
        {
            Examples = ["flinkctl deployment delete --deployment-name=cluster-1 --wait"],
        },
        new ClientCommand("update", "Merge a spec into that of a deployment.", parsed => Write(HttpMethod.Put, parsed), [Name, Spec], To(Goal.AsDeclared))
        {
            Examples = ["flinkctl deployment update --deployment-name=cluster-1 --deployment-spec=spec.yaml"],
        },
        new ClientCommand("status", "Status of a deployment.", parsed => OperatorRequest.Get($"{PathNames.Deployment(parsed)}/status"), [Name])
        {
            Examples = ["flinkctl deployment status --deployment-name=cluster-1 -o yaml"],
        },
    };

    static OperatorRequest Write(HttpMethod method, ParseResult parsed) => new(method, PathNames.Deployment(parsed), SpecFile.Read(parsed, Spec));

    static ClientGoal To(Goal goal) => new(parsed => $"deployment {parsed.GetValue(Name)}", parsed => $"{PathNames.Deployment(parsed)}/status", parsed => ("FlinkDeployment", parsed.GetValue(Name)!), goal);
}
