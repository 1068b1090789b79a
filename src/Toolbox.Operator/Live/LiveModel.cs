using Toolbox.Core.Forecasts;
using Toolbox.Core.Job;
using Toolbox.Kubernetes.Observations;
using Toolbox.Kubernetes.Resources;
using Toolbox.Operator.Resources;
using Toolbox.Operator.Supervisor;
using static LanguageExt.Prelude;

namespace Toolbox.Operator.Live;

/// <summary>A namespace that was looked at once, as the model that forecasts are made from. Flink is not asked: statuses say what runs.</summary>
public static class LiveModel
{
    public static async Task<ModelNamespace> Of(LiveNamespace live, TimeProvider clock)
    {
        var model = ModelNamespace.Empty(live.Name, clock.GetUtcNow());
        foreach (var deployment in live.Deployments.Values)
            model = model.With(new ModelDeployment(deployment.ReadMetadata(), deployment.Spec, deployment.DeploymentStatus()));
        foreach (var cluster in live.Clusters.Values) model = model.With(await Cluster(live, cluster, clock));
        foreach (var job in live.Jobs.Values) model = model.With(await Job(live, job, clock));
        return model;
    }

    static async Task<ModelCluster> Cluster(LiveNamespace live, FlinkResource cluster, TimeProvider clock)
    {
        var (snapshot, child) = (await ClusterObserving.Observe(new LiveCluster(live, cluster.Name), cluster, access: null, None, clock, CancellationToken.None), ChildReading.ObserveCluster(cluster));
        return ModelBeginning.Seen(snapshot, cluster.Spec, child.OwnerUid, child.AppliedNumber, LiveSupervision.Observe(live, cluster).Supervisor);
    }

    static async Task<ModelJob> Job(LiveNamespace live, FlinkResource job, TimeProvider clock)
    {
        var cluster = JobAssociation.ClusterOf(job.Name, job.JobStatus().ClusterName, live.Clusters.Keys).IfNone(job.JobStatus().ClusterName);
        var (snapshot, child) = (await JobObserving.Observe(new LiveCluster(live, cluster), job, access: null, None, clock, CancellationToken.None), ChildReading.ObserveJob(job));
        return ModelBeginning.Seen(snapshot, job.Spec, child.OwnerUid, child.AppliedNumber);
    }
}
