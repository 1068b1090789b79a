using System.Text.Json.Nodes;
using Toolbox.Cli.Resources;
using Toolbox.Manifests;

namespace Toolbox.Cli.Tree;

/// <summary>The content of a namespace as trees: deployments first, then clusters and jobs that belong to nobody.</summary>
sealed class ResourceForest(NamespaceContent content)
{
    public IEnumerable<TreeNode> All() =>
    [
        .. content.Deployments.Select(Deployment),
        .. content.Clusters.Where(cluster => !content.Deployments.Any(deployment => Owns(deployment, cluster))).Select(Cluster),
        .. content.Jobs.Where(job => content.ClusterOf(job).Length == 0 && !content.Deployments.Any(deployment => Owns(deployment, job))).Select(Job),
    ];

    public TreeNode Deployment(JsonObject deployment)
    {
        var clusters = content.Clusters.Where(cluster => Owns(deployment, cluster)).ToList();
        // Jobs hang below their cluster; only those whose cluster is not there (yet) hang here.
        var jobs = content.Jobs.Where(job => Owns(deployment, job) && !clusters.Any(cluster => content.ClusterOf(job) == cluster.Name()));
        return new TreeNode($"fd/{deployment.Name()}", Health.Of(deployment), [.. clusters.Select(Cluster), .. jobs.Select(Job)]);
    }

    public TreeNode Cluster(JsonObject cluster)
    {
        var pods = content.PodsOf(cluster.Name()).Where(pod => NamespaceContent.Label(pod, ObjectLabels.Role) != ObjectRole.Bootstrap.Label());
        return new TreeNode($"fc/{cluster.Name()}", Health.Of(cluster), [.. content.JobsOf(cluster.Name()).Select(Job), .. pods.Select(Pod)]);
    }

    public TreeNode Job(JsonObject job) => new($"fj/{job.Name()}", Health.Of(job), [.. JobPods.Bootstrap(content, job).Select(Pod)]);

    static TreeNode Pod(JsonObject pod) => new($"pod/{pod.Name()}", Health.OfPod(pod), []);

    static bool Owns(JsonObject deployment, JsonObject resource) => NamespaceContent.OwnerOf(resource) == deployment.Name();
}
