using System.Text.Json.Nodes;
using Toolbox.Cli.Resources;
using Toolbox.Core.Job;
using Toolbox.Manifests;

namespace Toolbox.Cli.Logs;

/// <summary>Which pods' logs are shown.</summary>
/// <param name="Cluster">Name of the cluster.</param>
/// <param name="Job">Name of a job inside of the cluster: of the bootstraps only its own; null for all.</param>
/// <param name="Role">Only this role; null for all.</param>
sealed record PodChoice(string Cluster, string? Job, string? Role)
{
    static readonly string[] Order = [ObjectRole.Supervisor.Label(), ObjectRole.Bootstrap.Label(), ObjectRole.JobManager.Label(), ObjectRole.TaskManager.Label()];

    /// <exception cref="FailureException">There is no such resource, or the job belongs to no cluster.</exception>
    public static PodChoice Of(ResourceReference reference, NamespaceContent content, string @namespace, string? role)
    {
        // A deployment and its cluster share their name, so the last one found says most.
        var (kind, resource) = reference.Find(content, @namespace)[^1];
        if (kind != ResourceKind.Job) return new PodChoice(resource.Name(), null, role);
        var cluster = content.ClusterOf(resource);
        if (cluster.Length == 0) throw new FailureException($"job {resource.Name()} belongs to no cluster");
        return new PodChoice(cluster, JobAssociation.NameInCluster(resource.Name(), cluster), role);
    }

    /// <summary>Selects the pods of the cluster at the API server.</summary>
    public string Selector => $"{ObjectLabels.ClusterName}={ObjectNames.LabelValue(Cluster)},{ObjectLabels.Owner}={ObjectLabels.OwnerValue}";

    public bool Includes(JsonObject pod)
    {
        var (role, job) = (NamespaceContent.Label(pod, ObjectLabels.Role), NamespaceContent.Label(pod, ObjectLabels.JobName));
        return (Role is null || role == Role) && (Job is null || role != ObjectRole.Bootstrap.Label() || job == ObjectNames.LabelValue(Job));
    }

    /// <summary>The pods, in the order in which things happen.</summary>
    public IReadOnlyList<JsonObject> From(NamespaceContent content) =>
        [.. content.PodsOf(Cluster).Where(Includes).OrderBy(pod => Array.IndexOf(Order, NamespaceContent.Label(pod, ObjectLabels.Role)))];
}
