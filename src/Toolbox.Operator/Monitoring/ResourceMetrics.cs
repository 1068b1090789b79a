using Toolbox.Core.Resources;
using Toolbox.Kubernetes.Resources;
using Toolbox.KubernetesApi;
using Toolbox.Operator.Operator;
using Toolbox.Operator.Resources;

namespace Toolbox.Operator.Monitoring;

/// <summary>The operator's view of all resources: how many are in which state, under the names that these gauges always had, and what is stalled.</summary>
public static class ResourceMetrics
{
    static readonly SupervisorStatus[] States = Enum.GetValues<SupervisorStatus>();

    /// <summary>Until the answer is disposed of: only the leader reports.</summary>
    public static IDisposable Follow(ProcessMetrics metrics, OperatorWorld world)
    {
        var clusters = Gauge("flink_operator_cluster_status", "FlinkClusters in a state.", "namespace", "status");
        var jobs = Gauge("flink_operator_job_status", "FlinkJobs in a state.", "namespace", "status");
        var stalled = Gauge("flinkctl_stalled", "1 for a resource that cannot become what it is declared to be without help.", "namespace", "kind", "name");
        var refreshing = metrics.BeforeScrape(() =>
        {
            clusters.Set(Counts(world.Namespace, world.Clusters, resource => resource.ClusterStatus().SupervisorStatus));
            jobs.Set(Counts(world.Namespace, world.Jobs, resource => resource.JobStatus().SupervisorStatus));
            stalled.Set(
            [
                .. Stalled("FlinkDeployment", world.Deployments, resource => resource.DeploymentStatus().Conditions),
                .. Stalled("FlinkCluster", world.Clusters, resource => resource.ClusterStatus().Conditions),
                .. Stalled("FlinkJob", world.Jobs, resource => resource.JobStatus().Conditions),
            ]);
        });
        return new Closing(() =>
        {
            refreshing.Dispose();
            foreach (var gauge in (LiveGauge[])[clusters, jobs, stalled]) gauge.Clear();
        });

        LiveGauge Gauge(string name, string help, params string[] labels) => new(metrics.Factory.CreateGauge(name, help, labels));
    }

    // All six states, so that a state without a resource reads 0.
    static IEnumerable<(string[], double)> Counts(string @namespace, ResourceCache<FlinkResource> cache, Func<FlinkResource, SupervisorStatus> state)
    {
        var counts = cache.Items.CountBy(state).ToDictionary();
        return States.Select(status => (new[] { @namespace, status.ToString() }, (double)counts.GetValueOrDefault(status)));
    }

    static IEnumerable<(string[], double)> Stalled(string kind, ResourceCache<FlinkResource> cache, Func<FlinkResource, LanguageExt.Seq<Condition>> conditions) =>
        cache.Items.Select(item => (
            new[] { item.Namespace, kind, item.Name }, conditions(item).Exists(condition => condition is { Type: "Stalled", Status: true }) ? 1.0 : 0.0));
}
