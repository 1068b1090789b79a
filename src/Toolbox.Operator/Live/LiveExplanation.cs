using LanguageExt;
using Toolbox.Core;
using Toolbox.Core.Explanations;
using Toolbox.Core.Job;
using Toolbox.Kubernetes.Observations;
using Toolbox.Manifests;
using Toolbox.Operator.FlinkAccess;
using Toolbox.Operator.Operator;
using Toolbox.Operator.Resources;
using Toolbox.Operator.Supervisor;
using static LanguageExt.Prelude;

namespace Toolbox.Operator.Live;

/// <summary>Explains resources of a namespace that was looked at once; Flink is asked where it can be reached from here.</summary>
public sealed class LiveExplanation(LiveNamespace live, FlinkProbe probe, TimeProvider clock)
{
    // What the process that looks after a resource remembers of failed commands shows in its conditions.
    static readonly Option<string> NoFailure = None;

    /// <summary>Nothing when there is no FlinkCluster of this name.</summary>
    public async Task<Option<Explanation>> Cluster(string name, CancellationToken cancellation)
    {
        if (live.Clusters.GetValueOrDefault(name) is not { } resource) return None;
        var view = new LiveCluster(live, name);
        var access = view.JobManager().MatchUnsafe(pod => probe.At(pod.Address, pod.Process), () => (JobManagerAccess?)null);
        var snapshot = await ClusterObserving.Observe(view, resource, access, NoFailure, clock, cancellation);
        return ClusterExplaining.Explain(snapshot, LiveSupervision.Observe(live, resource), LiveSupervision.Pods(live, name));
    }

    /// <summary>Nothing when there is no FlinkJob of this name.</summary>
    public async Task<Option<Explanation>> Job(string name, CancellationToken cancellation)
    {
        if (live.Jobs.GetValueOrDefault(name) is not { } resource) return None;
        var cluster = JobAssociation.ClusterOf(name, resource.JobStatus().ClusterName, live.Clusters.Keys).Filter(live.Clusters.ContainsKey);
        var view = new LiveCluster(live, cluster.IfNone(resource.JobStatus().ClusterName));
        var snapshot = await JobObserving.Observe(view, resource, JobObserving.Access(view, probe), NoFailure, clock, cancellation);
        return JobExplaining.Explain(snapshot, Pods(view, name));
    }

    /// <summary>Nothing when there is no FlinkDeployment of this name.</summary>
    public Option<Explanation> Deployment(string name) => live.Deployments.GetValueOrDefault(name) is { } resource
        ? DeploymentExplaining.Explain(DeploymentObserving.Observe(resource, live.Clusters, live.Jobs, NoFailure, clock.GetUtcNow()))
        : None;

    static Seq<ExplainedPod> Pods(LiveCluster view, string job) =>
        view.BootstrapPods(job).Select(PodReading.Observe).Select(pod => new ExplainedPod("bootstrap", pod)).ToSeq()
            .FollowedBy(view.PodsOf(ObjectRole.JobManager).Map(pod => new ExplainedPod("jobmanager", pod)))
            .FollowedBy(view.PodsOf(ObjectRole.TaskManager).Map(pod => new ExplainedPod("taskmanager", pod)));
}
