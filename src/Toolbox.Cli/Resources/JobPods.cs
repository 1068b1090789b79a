using System.Text.Json.Nodes;
using Toolbox.Core.Job;
using Toolbox.Manifests;

namespace Toolbox.Cli.Resources;

/// <summary>Pods that submit a job.</summary>
static class JobPods
{
    public static IEnumerable<JsonObject> Bootstrap(NamespaceContent content, JsonObject job)
    {
        var cluster = content.ClusterOf(job);
        var label = ObjectNames.LabelValue(JobAssociation.NameInCluster(job.Name(), cluster));
        return content.PodsOf(cluster).Where(pod =>
            NamespaceContent.Label(pod, ObjectLabels.Role) == ObjectRole.Bootstrap.Label() && NamespaceContent.Label(pod, ObjectLabels.JobName) == label);
    }
}
