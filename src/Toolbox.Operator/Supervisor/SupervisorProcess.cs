using Serilog;
using Toolbox.Flink;
using Toolbox.Kubernetes.Events;
using Toolbox.Kubernetes.Execution;
using Toolbox.Kubernetes.Resources;
using Toolbox.KubernetesApi;
using Toolbox.Operator.FlinkAccess;
using Toolbox.Operator.Loop;
using Toolbox.Operator.Monitoring;
using Toolbox.Operator.Resources;
using Toolbox.Manifests;

namespace Toolbox.Operator.Supervisor;

/// <summary>The supervisor of one cluster: watches tell which keys to decide about, one loop does the rest. Only the leader works.</summary>
public static class SupervisorProcess
{
    /// <param name="dryRun">Decisions are only logged.</param>
    /// <param name="reach">Where Flink is asked from outside of Kubernetes.</param>
    public static async Task Run(
        KubernetesApiClient client, string @namespace, string cluster, string instance, TimeProvider clock, ILogger log, ProcessHealth health, ProcessMetrics metrics,
        CancellationToken cancellation, bool dryRun = false, FlinkReach? reach = null)
    {
        await using var world = new SupervisorWorld(client, @namespace, cluster);
        var events = new EventPublisher(client, "flink-supervisor", instance, clock);
        var queue = new WorkQueue(clock);
        using var probe = new FlinkProbe(
            clock, new FlinkClientOptions { Measured = metrics.FlinkAnswered }, changed: () => AddJobs(world, queue),
            elsewhere: () => reach?.Of(world.Services.Get(@namespace, ObjectNames.JobManagerService(cluster))));
        var failures = new Failures();
        var effects = new Effects(new KubernetesCommandExecutor(client, dryRun), events, failures, queue, metrics, clock, log) { DryRun = dryRun };
        var loop = new ReconcileLoop(queue,
            [new ClusterReconciler(world, probe, effects, failures, clock), new JobReconciler(world, probe, effects, failures, clock)], clock, log, metrics);
        using var watches = Watches(metrics, world, clock);
        using var queued = QueueMetrics.Follow(metrics, queue);
        using var jobs = new JobMetrics(metrics, world, clock);
        await world.WhenSynced.WaitAsync(cancellation);
        health.BecomeReady();
        log.Information("The supervisor of {Namespace}/{Cluster} works", @namespace, cluster);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAll(loop.Run(ending.Token), Follow(world, queue, jobs, ending.Token));
    }

    static WatchMetrics Watches(ProcessMetrics metrics, SupervisorWorld world, TimeProvider clock) => new WatchMetrics(metrics, clock)
        .Follow("flinkclusters", world.Clusters).Follow("flinkjobs", world.Jobs).Follow("pods", world.Pods).Follow("services", world.Services).Follow("jobs", world.Bootstraps);

    static Task Follow(SupervisorWorld world, WorkQueue queue, JobMetrics jobs, CancellationToken cancellation)
    {
        var cluster = new WorkKey(WorkKind.Cluster, world.Namespace, world.ClusterName);
        return Task.WhenAll(
            Changes.Follow(world.Clusters, change => OnCluster(world, queue, cluster, change), cancellation),
            Changes.Follow(world.Jobs, change => OnJob(world, queue, cluster, jobs, change), cancellation),
            Changes.Follow(world.Pods, change => OnPod(world, queue, cluster, change.Subject), cancellation),
            Changes.Follow(world.Services, _ => queue.Add(cluster), cancellation),
            Changes.Follow(world.Bootstraps, change => OnBootstrap(world, queue, change.Subject.JobLabel()), cancellation));
    }

    // Another cluster of the namespace matters only when it comes or goes: then names may lead to another cluster.
    static void OnCluster(SupervisorWorld world, WorkQueue queue, WorkKey cluster, ResourceChange<FlinkResource> change)
    {
        if (change.Subject.Name != world.ClusterName && change is ResourceChange<FlinkResource>.Updated) return;
        queue.Add(cluster);
        AddJobs(world, queue);
    }

    static void OnJob(SupervisorWorld world, WorkQueue queue, WorkKey cluster, JobMetrics jobs, ResourceChange<FlinkResource> change)
    {
        if (!world.IsOurs(change.Subject)) return;
        jobs.Heard(change);
        queue.Add(JobKey(world, change.Subject.Name));
        queue.Add(cluster);
    }

    static void OnPod(SupervisorWorld world, WorkQueue queue, WorkKey cluster, k8s.Models.V1Pod pod)
    {
        if (pod.HasRole(ObjectRole.Bootstrap)) OnBootstrap(world, queue, pod.JobLabel());
        else queue.Add(cluster);
    }

    // The label may be shortened: names are compared in the same form.
    static void OnBootstrap(SupervisorWorld world, WorkQueue queue, string label)
    {
        foreach (var job in world.JobsOfCluster())
            if (ObjectNames.LabelValue(Core.Job.JobAssociation.NameInCluster(job.Name, world.ClusterName)) == label) queue.Add(JobKey(world, job.Name));
    }

    static void AddJobs(SupervisorWorld world, WorkQueue queue)
    {
        foreach (var job in world.JobsOfCluster()) queue.Add(JobKey(world, job.Name));
    }

    static WorkKey JobKey(SupervisorWorld world, string name) => new(WorkKind.Job, world.Namespace, name);
}
