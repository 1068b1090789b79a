using k8s.Models;
using Serilog;
using Toolbox.Core.Supervision;
using Toolbox.Kubernetes.Events;
using Toolbox.Kubernetes.Execution;
using Toolbox.Kubernetes.Observations;
using Toolbox.Kubernetes.Resources;
using Toolbox.KubernetesApi;
using Toolbox.Manifests;
using Toolbox.Operator.Loop;
using Toolbox.Operator.Monitoring;
using Toolbox.Operator.Resources;

namespace Toolbox.Operator.Operator;

/// <summary>The operator of one namespace: FlinkDeployments become FlinkClusters and FlinkJobs, and every cluster gets a supervisor.</summary>
public static class OperatorProcess
{
    /// <param name="dryRun">Decisions are only logged.</param>
    /// <param name="world">Followed from the start of the process, leading or not: the REST API answers from it, too.</param>
    public static async Task Run(
        KubernetesApiClient client, OperatorWorld world, string instance, TimeProvider clock, ILogger log, ProcessHealth health, ProcessMetrics metrics,
        CancellationToken cancellation, bool dryRun = false)
    {
        var events = new EventPublisher(client, "flink-operator", instance, clock);
        var queue = new WorkQueue(clock);
        var failures = new Failures();
        var effects = new Effects(new KubernetesCommandExecutor(client, dryRun), events, failures, queue, metrics, clock, log) { DryRun = dryRun };
        var loop = new ReconcileLoop(queue,
            [
                new DeploymentReconciler(world, effects, failures, clock),
                new SupervisionReconciler(world, effects),
                new DetachedJobReconciler(world, effects, clock),
                new OrphanReconciler(world, effects, clock),
            ], clock, log, metrics);
        using var watches = Watches(metrics, world, clock);
        using var queued = QueueMetrics.Follow(metrics, queue);
        using var resources = ResourceMetrics.Follow(metrics, world);
        await world.WhenSynced.WaitAsync(cancellation);
        health.BecomeReady();
        log.Information("The operator of {Namespace} works", world.Namespace);
        await Task.WhenAll(loop.Run(cancellation), Follow(world, queue, cancellation));
    }

    static WatchMetrics Watches(ProcessMetrics metrics, OperatorWorld world, TimeProvider clock) => new WatchMetrics(metrics, clock)
        .Follow("flinkdeployments", world.Deployments).Follow("flinkclusters", world.Clusters).Follow("flinkjobs", world.Jobs)
        .Follow("deployments", world.SupervisorDeployments).Follow("pods", world.Pods).Follow("services", world.Services).Follow("jobs", world.Bootstraps);

    static Task Follow(OperatorWorld world, WorkQueue queue, CancellationToken cancellation) => Task.WhenAll(
        Changes.Follow(world.Deployments, change => queue.Add(new WorkKey(WorkKind.Deployment, world.Namespace, change.Subject.Name)), cancellation),
        Changes.Follow(world.Clusters, change => OnCluster(world, queue, change), cancellation),
        Changes.Follow(world.Jobs, change => OnJob(world, queue, change), cancellation),
        Changes.Follow(world.SupervisorDeployments, change => OnSupervisor(world, queue, change.Subject), cancellation),
        Changes.Follow(world.Pods, change => OnPod(world, queue, change.Subject), cancellation),
        Changes.Follow(world.Services, change => OnOwned(world, queue, OwnedKind.Service, change.Subject), cancellation),
        Changes.Follow(world.Bootstraps, change => OnOwned(world, queue, OwnedKind.Job, change.Subject), cancellation));

    static void OnCluster(OperatorWorld world, WorkQueue queue, ResourceChange<FlinkResource> change)
    {
        queue.Add(new WorkKey(WorkKind.Supervision, world.Namespace, change.Subject.Name));
        AddOrphans(world, queue, change);
        AddOwner(world, queue, change.Subject);
        if (change is ResourceChange<FlinkResource>.Updated) return;
        foreach (var job in world.Jobs.InNamespace(world.Namespace).Keys) queue.Add(new WorkKey(WorkKind.DetachedJob, world.Namespace, job));
    }

    static void OnJob(OperatorWorld world, WorkQueue queue, ResourceChange<FlinkResource> change)
    {
        var job = change.Subject;
        AddOrphans(world, queue, change);
        queue.Add(new WorkKey(WorkKind.DetachedJob, world.Namespace, job.Name));
        AddOwner(world, queue, job);
    }

    // A child that its deployment has not adopted yet bears only the name.
    static void AddOwner(OperatorWorld world, WorkQueue queue, FlinkResource child)
    {
        foreach (var owner in child.Metadata.OwnerReferences ?? []) queue.Add(new WorkKey(WorkKind.Deployment, world.Namespace, owner.Name));
        foreach (var deployment in world.Deployments.InNamespace(world.Namespace).Keys)
            if (child.Name == deployment || child.Name.StartsWith(deployment + "-", StringComparison.Ordinal))
                queue.Add(new WorkKey(WorkKind.Deployment, world.Namespace, deployment));
    }

    static void OnPod(OperatorWorld world, WorkQueue queue, V1Pod pod)
    {
        if (pod.HasRole(ObjectRole.Supervisor)) OnSupervisor(world, queue, pod.ClusterLabel());
        OnOwned(world, queue, OwnedKind.Pod, pod);
    }

    static void OnSupervisor(OperatorWorld world, WorkQueue queue, V1Deployment deployment)
    {
        OnSupervisor(world, queue, deployment.ClusterLabel());
        OnOwned(world, queue, OwnedKind.Deployment, deployment);
    }

    // At the start everything is told as new, so nothing that was left behind before is missed.
    static void OnOwned(OperatorWorld world, WorkQueue queue, OwnedKind kind, IMetadata<V1ObjectMeta> item)
    {
        var owned = OwnedReading.Observe(kind, item);
        if (owned is { OwnerUid.Length: > 0, HasController: false }) queue.Add(new WorkKey(WorkKind.Orphan, world.Namespace, OrphanReconciler.KeyOf(owned)));
    }

    // A resource that was deleted, and perhaps created anew, since the watch broke is told as changed.
    static void AddOrphans(OperatorWorld world, WorkQueue queue, ResourceChange<FlinkResource> change)
    {
        var gone = change switch
        {
            ResourceChange<FlinkResource>.Deleted deleted => deleted.Last.Uid,
            ResourceChange<FlinkResource>.Updated updated when updated.Old.Uid != updated.New.Uid => updated.Old.Uid,
            _ => "",
        };
        if (gone.Length == 0) return;
        foreach (var item in world.OwnedObjects().Where(item => item.OwnerUid == gone))
            queue.Add(new WorkKey(WorkKind.Orphan, world.Namespace, OrphanReconciler.KeyOf(item)));
    }

    // The label of a long name is shortened, so names are compared in the same form.
    static void OnSupervisor(OperatorWorld world, WorkQueue queue, string label)
    {
        foreach (var cluster in world.Clusters.InNamespace(world.Namespace).Keys)
            if (ObjectNames.LabelValue(cluster) == label) queue.Add(new WorkKey(WorkKind.Supervision, world.Namespace, cluster));
    }
}
