using System.CommandLine;
using Toolbox.Cli.Client;
using Toolbox.Cli.Client.Waiting;
using Toolbox.Cli.CommandLine;

namespace Toolbox.Cli.Jobs;

/// <summary><c>flinkctl jobs</c> and <c>flinkctl job</c>.</summary>
static class JobCommands
{
    static readonly Option<string> Cluster = ResourceNames.Cluster;
    static readonly Option<string> Name = ResourceNames.Job;
    static readonly Option<string> Spec = SpecFile.Create("--job-spec", "job");
    static readonly Option<int> Parallelism = Choices.RequiredNumber("--parallelism", "Parallelism of the job; 0 suspends it.");

    public static Command Many() => new("jobs", "List Flink jobs.")
    {
        new ClientCommand("list", "Names of the jobs of a cluster.", parsed => OperatorRequest.Get($"{PathNames.Cluster(parsed)}/jobs"), [Cluster])
        {
            Examples = ["flinkctl jobs list --cluster-name=cluster-1 | jq -r '.output' | jq", "flinkctl jobs list --cluster-name=cluster-1 -o table"],
        },
    };

    public static Command One() => new("job", "Create, change, start, stop, scale, look at or delete a Flink job.")
    {
        Create(), Delete(), Update(),
        Look("status", "Status of a job."), Look("details", "What Flink tells about a job."), Look("metrics", "Checkpoints, restarts and times of a job."),
        Start(), Stop(), Scale(),
    };

    static ClientCommand Create() => new("create", "Create a job.", parsed => Write(HttpMethod.Post, parsed), [Cluster, Name, Spec], To(Goal.AsDeclared))
    {
        Examples = ["flinkctl job create --cluster-name=cluster-1 --job-name=job-1 --job-spec=spec.json --wait"],
    };

    static ClientCommand Delete() => new("delete", "Delete a job.", parsed => OperatorRequest.Delete(PathNames.Job(parsed)), [Cluster, Name], To(Goal.Gone))
    {
        Examples = ["flinkctl job delete --cluster-name=cluster-1 --job-name=job-1 --wait"],
    };

    static ClientCommand Update() => new("update", "Merge a spec into that of a job.", parsed => Write(HttpMethod.Put, parsed), [Cluster, Name, Spec], To(Goal.AsDeclared))
    {
        Examples = ["flinkctl job update --cluster-name=cluster-1 --job-name=job-1 --job-spec=spec.yaml"],
    };

    static ClientCommand Look(string name, string description) => new(name, description, parsed => OperatorRequest.Get($"{PathNames.Job(parsed)}/{name}"), [Cluster, Name])
    {
        Examples = [$"flinkctl job {name} --cluster-name=cluster-1 --job-name=job-1 -o table"],
    };

    static ClientCommand Start() => new(
        "start", "Start a job from its newest restore point; restart it when it runs.",
        parsed => WithoutSavepoint.Put($"{PathNames.Job(parsed)}/start", parsed, WithoutSavepoint.WhenStarting), [Cluster, Name, WithoutSavepoint.WhenStarting], To(Goal.Started))
    {
        Examples = ["flinkctl job start --cluster-name=cluster-1 --job-name=job-1 --wait"],
    };

    static ClientCommand Stop() => new(
        "stop", "Stop a job.",
        parsed => WithoutSavepoint.Put($"{PathNames.Job(parsed)}/stop", parsed, WithoutSavepoint.WhenStopping), [Cluster, Name, WithoutSavepoint.WhenStopping], To(Goal.Stopped))
    {
        Examples = ["flinkctl job stop --cluster-name=cluster-1 --job-name=job-1 --wait", "flinkctl job stop --cluster-name=cluster-1 --job-name=job-1 --without-savepoint"],
    };

    static ClientCommand Scale() => new(
        "scale", "Change the parallelism of a job.",
        parsed => OperatorRequest.Put($"{PathNames.Job(parsed)}/scale", "parallelism", parsed.GetValue(Parallelism)), [Cluster, Name, Parallelism], To(Goal.AsDeclared))
    {
        Examples = ["flinkctl job scale --cluster-name=cluster-1 --job-name=job-1 --parallelism=2 --wait"],
    };

    static OperatorRequest Write(HttpMethod method, ParseResult parsed) => new(method, PathNames.Job(parsed), SpecFile.Read(parsed, Spec));

    static ClientGoal To(Goal goal) => JobGoal.To(goal);
}
