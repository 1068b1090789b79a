using Serilog;
using Toolbox.Kubernetes.Events;
using Toolbox.Kubernetes.Execution;
using Toolbox.Kubernetes.Resources;
using Toolbox.KubernetesApi;
using Toolbox.Operator.Loop;
using Toolbox.Operator.Resources;

namespace Toolbox.Operator.Operator;

/// <summary>The operator of one namespace: FlinkDeployments become FlinkClusters and FlinkJobs, and every cluster gets a supervisor.</summary>
public static class OperatorProcess
{
    /// <param name="world">Followed from the start of the process, leading or not: the REST API answers from it, too.</param>
    public static async Task Run(
        KubernetesApiClient client, OperatorWorld world, string instance, TimeProvider clock, ILogger log, ProcessHealth health, CancellationToken cancellation)
    {
        var events = new EventPublisher(client, "flink-operator", instance, clock);
        var queue = new WorkQueue(clock);
        var failures = new Failures();
        var effects = new Effects(new KubernetesCommandExecutor(client), events, failures, queue, clock, log);
        var loop = new ReconcileLoop(queue,
            [
                new DeploymentReconciler(world, effects, failures, clock),
                new SupervisionReconciler(world, effects),
                new DetachedJobReconciler(world, effects, clock),
            ], clock, log);
        await world.WhenSynced.WaitAsync(cancellation);
        health.BecomeReady();
        log.Information("The operator of {Namespace} works", world.Namespace);
        await Task.WhenAll(loop.Run(cancellation), Follow(world, queue, cancellation));
    }

    static Task Follow(OperatorWorld world, WorkQueue queue, CancellationToken cancellation) => Task.WhenAll(
        Changes.Follow(world.Deployments, change => queue.Add(new WorkKey(WorkKind.Deployment, world.Namespace, change.Subject.Name)), cancellation),
        Changes.Follow(world.Clusters, change => OnCluster(world, queue, change), cancellation),
        Changes.Follow(world.Jobs, change => OnJob(world, queue, change.Subject), cancellation),
        Changes.Follow(world.SupervisorDeployments, change => OnSupervisor(world, queue, change.Subject.ClusterLabel()), cancellation),
        Changes.Follow(world.SupervisorPods, change => OnSupervisor(world, queue, change.Subject.ClusterLabel()), cancellation));

    static void OnCluster(OperatorWorld world, WorkQueue queue, ResourceChange<FlinkResource> change)
    {
        queue.Add(new WorkKey(WorkKind.Supervision, world.Namespace, change.Subject.Name));
        AddOwner(world, queue, change.Subject);
        if (change is ResourceChange<FlinkResource>.Updated) return;
        foreach (var job in world.Jobs.InNamespace(world.Namespace).Keys) queue.Add(new WorkKey(WorkKind.DetachedJob, world.Namespace, job));
    }

    static void OnJob(OperatorWorld world, WorkQueue queue, FlinkResource job)
    {
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

    // The label of a long name is shortened, so names are compared in the same form.
    static void OnSupervisor(OperatorWorld world, WorkQueue queue, string label)
    {
        foreach (var cluster in world.Clusters.InNamespace(world.Namespace).Keys)
            if (Manifests.ObjectNames.LabelValue(cluster) == label) queue.Add(new WorkKey(WorkKind.Supervision, world.Namespace, cluster));
    }
}
