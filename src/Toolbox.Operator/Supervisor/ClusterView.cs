using k8s.Models;
using LanguageExt;
using Toolbox.Core.Job;
using Toolbox.Core.Resources;
using Toolbox.Kubernetes.Observations;
using Toolbox.Kubernetes.Resources;
using Toolbox.Manifests;
using Toolbox.Operator.Resources;
using static LanguageExt.Prelude;

namespace Toolbox.Operator.Supervisor;

/// <summary>What Kubernetes says about one cluster and its jobs; where it is known from (caches, or one look) is the deriving class's business.</summary>
public abstract class ClusterView(string @namespace, string cluster)
{
    public string Namespace { get; } = @namespace;

    public string ClusterName { get; } = cluster;

    /// <summary>All clusters of the namespace: their names decide which jobs are ours.</summary>
    protected abstract IReadOnlyDictionary<string, FlinkResource> ClustersByName { get; }

    protected abstract IReadOnlyDictionary<string, FlinkResource> JobsByName { get; }

    /// <summary>The pods that are labelled as this cluster's.</summary>
    protected abstract IEnumerable<V1Pod> AllPods { get; }

    protected abstract V1Service? ServiceOf(string name);

    protected abstract V1Job? BootstrapJobOf(string name);

    public Option<FlinkResource> Cluster => Optional(ClustersByName.GetValueOrDefault(ClusterName));

    /// <summary>The FlinkJobs that belong to this cluster, in the order of their names.</summary>
    public IEnumerable<FlinkResource> JobsOfCluster()
    {
        var names = ClustersByName.Keys.ToArray();
        return JobsByName.Values.Where(job => ClusterOf(job, names) == ClusterName).OrderBy(job => job.Name, StringComparer.Ordinal);
    }

    public bool IsOurs(FlinkResource job) => ClusterOf(job, ClustersByName.Keys) == ClusterName;

    public Seq<PodObservation> PodsOf(ObjectRole role) =>
        AllPods.Where(pod => pod.HasRole(role)).OrderBy(pod => pod.Metadata.Name, StringComparer.Ordinal).Select(PodReading.Observe).ToSeq().Strict();

    /// <summary>The JobManager that can be asked: one pod, alive, with an address.</summary>
    public Option<PodObservation> JobManager()
    {
        var living = PodsOf(ObjectRole.JobManager).Filter(pod => !pod.IsDeleting && !pod.HasEnded);
        return living.Count == 1 && living.Head.Address.Length > 0 ? living.Head : None;
    }

    public Presence Service() => Optional(ServiceOf(ObjectNames.JobManagerService(ClusterName))).Match(
        service => service.Metadata.DeletionTimestamp is null ? Presence.Present : Presence.Terminating, () => Presence.Absent);

    public BootstrapObservation Bootstrap(string job) => BootstrapReading.Observe(
        Optional(BootstrapJobOf(ObjectNames.BootstrapJob(ClusterName, JobAssociation.NameInCluster(job, ClusterName)))), [.. BootstrapPods(job)]);

    /// <summary>The pods of a job's bootstrap.</summary>
    public IEnumerable<V1Pod> BootstrapPods(string job)
    {
        var label = ObjectNames.LabelValue(JobAssociation.NameInCluster(job, ClusterName));
        return AllPods.Where(pod => pod.HasRole(ObjectRole.Bootstrap) && pod.JobLabel() == label);
    }

    static Option<string> ClusterOf(FlinkResource job, IEnumerable<string> clusters) =>
        JobAssociation.ClusterOf(job.Name, job.JobStatus().ClusterName, clusters);
}
