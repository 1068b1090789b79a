using Toolbox.Core.Job;
using Toolbox.Core.Resources;

namespace Toolbox.Core.Tests.Exploration.Model;

/// <summary>Without further disturbances every state leads to rest: nature first, then the cluster's decision, then the job's, then time.</summary>
sealed class Liveness(Setting setting)
{
    const int Bound = 400;

    readonly HashSet<Node> _rests = [];

    public int LongestPath { get; private set; }

    /// <summary>Follows the calm path of a state. Null when it comes to a good rest, else what is wrong and how it goes on.</summary>
    public (string Violation, List<string> Path)? Check(Node start)
    {
        var (path, texts, node) = (new List<Node>(), new List<string>(), start);
        while (!_rests.Contains(node))
        {
            path.Add(node);
            if (path.Count > Bound) return ($"no rest within {Bound} steps", texts);
            var (step, noise) = Next(node);
            if (step is not { } next)
            {
                var wrong = noise.Length > 0 ? $"the same command is given for ever: {noise}" : Wrong(node);
                if (wrong.Length > 0) return (wrong, texts);
                break;
            }
            texts.Add(next.Text);
            if (next.Violation.Length > 0) return (next.Violation, texts);
            if (Safety.OfState(next.After) is { Length: > 0 } broken) return (broken, texts);
            node = next.After;
        }
        _rests.UnionWith(path);
        LongestPath = Math.Max(LongestPath, path.Count);
        return null;
    }

    /// <summary>Where the calm path of a state ends.</summary>
    public Node Rest(Node node)
    {
        while (Next(node).Step is { } step) node = step.After;
        return node;
    }

    (Step? Step, string Noise) Next(Node node)
    {
        var noise = "";
        foreach (var step in Nature.Steps(node, setting)) return (step, noise);
        var calm = node with { World = node.World with { Budget = 0 } };
        foreach (var step in Deciding.Steps(calm, setting))
        {
            var after = step.After with { World = step.After.World with { Budget = node.World.Budget } };
            if (after != node) return (step with { After = after }, noise);
            if (step.HasCommands) noise = step.Text;
        }
        var later = CanonicalTime.Of(node.Cluster, node.Job, node.World, elapsed: true);
        return later == node ? (null, noise) : (new Step("time passes", later), noise);
    }

    // At rest the world is as it was declared, unless a user's last word was another one.
    string Wrong(Node node)
    {
        var (world, cluster, job) = (node.World, node.Cluster, node.Job);
        if (world.Cluster.Deleting) return "the FlinkCluster is being deleted for ever";
        if (world.Job.Deleting && world.Cluster.Exists) return "the FlinkJob is being deleted for ever";
        // With a spec that cannot be read some things have to wait.
        if (world.Cluster.IsInvalid || world.Job.IsInvalid) return "";
        if (world.Cluster.Ask != Ask.Nothing) return "a request on the FlinkCluster stands for ever";
        if (world.Job.Ask != Ask.Nothing && world.Cluster.Exists) return "a request on the FlinkJob stands for ever";
        if (cluster.Request.IsSome || (job.Request.IsSome && world.Cluster.Exists)) return "a recorded request is never carried out";
        if (!world.Cluster.Exists || world.StopWasAsked) return "";
        if (cluster.SupervisorStatus != SupervisorStatus.Started || cluster.ResourceStatus != ResourceStatus.Updated)
            return $"the cluster rests {cluster.SupervisorStatus}/{cluster.ResourceStatus}";
        if (!cluster.Digest.Exists(digest => digest.Runtime == $"runtime-{world.Cluster.Version}")) return "the cluster rests with an old spec";
        return world.Job.Exists ? WrongJob(world, job) : "";
    }

    string WrongJob(World world, JobStatus job)
    {
        if (world.Job.Scale == 0) return job.SupervisorStatus == SupervisorStatus.Stopped ? "" : $"the suspended job rests {job.SupervisorStatus}";
        if (setting.Policy != RestartPolicy.Always && job.SupervisorStatus == SupervisorStatus.Stopped) return "";
        if (job.SupervisorStatus != SupervisorStatus.Started || job.ResourceStatus != ResourceStatus.Updated)
            return $"the job rests {job.SupervisorStatus}/{job.ResourceStatus}";
        if (job.JobParallelism != world.Job.Scale) return $"the job rests with parallelism {job.JobParallelism} instead of {world.Job.Scale}";
        if (!job.Digest.Exists(digest => digest.Bootstrap == $"bootstrap-{world.Job.Version}")) return "the job rests with an old spec";
        return job.Submission.Exists(last => world.Jobs[Names.Attempt(last.JobId)] == JobLife.Running && last.JobId == job.JobId)
            ? "" : "the job rests Started without a running Flink job of its id";
    }
}
