using System.Text.Json.Nodes;
using Toolbox.Core;
using Toolbox.Core.Commands;
using Toolbox.Kubernetes.Resources;
using Toolbox.KubernetesApi;

namespace Toolbox.Kubernetes.Execution;

/// <summary>
/// Carries out commands to Kubernetes, one arm each; nothing else in the toolbox writes there. It retries nothing: every answer is an
/// <see cref="Outcome"/>, and only cancellation throws.
/// </summary>
public sealed class KubernetesCommandExecutor
{
    readonly ResourceWrites _writes;
    readonly OwnedObjects _objects;
    readonly FlinkObjects _flink;
    readonly ChildResources _children;
    readonly Supervisors _supervisors;
    readonly Orphans _orphans;

    /// <param name="dryRun">Supervisors are rendered so that they neither run nor act, see <see cref="Preview"/>.</param>
    public KubernetesCommandExecutor(KubernetesApiClient client, bool dryRun = false)
    {
        _writes = new ResourceWrites(client);
        _objects = new OwnedObjects(client);
        _flink = new FlinkObjects(_objects);
        _children = new ChildResources(client);
        _supervisors = new Supervisors(client, _objects, dryRun);
        _orphans = new Orphans(client, _objects);
    }

    /// <summary>Writes what differs in the status of the resource that was decided about, if the known version is still current.</summary>
    /// <param name="context">Its resource becomes what the server answered.</param>
    /// <param name="patch">A merge patch of the status alone; an empty one writes nothing.</param>
    public Task<Outcome> WriteStatus(ResourceContext context, JsonObject patch, CancellationToken cancellation) =>
        _writes.Status(context, patch, cancellation);

    /// <summary>
    /// The supervisor's Deployment that a command would apply, or the reason why it cannot be rendered; empty for other commands. Name and digest
    /// only: whole manifests are where secrets get into logs.
    /// </summary>
    public string Preview(Command.Kubernetes command, ResourceContext context) =>
        command is Command.Kubernetes.ApplySupervisor apply ? _supervisors.Preview(context, apply.Digest, apply.Replicas) : "";

    /// <summary>Carries out one command about the resource in <paramref name="context"/>.</summary>
    public Task<Outcome> Execute(Command.Kubernetes command, ResourceContext context, CancellationToken cancellation) => command switch
    {
        Command.Kubernetes.AddFinalizer add => _writes.AddFinalizer(context, add.Finalizer, cancellation),
        Command.Kubernetes.RemoveFinalizer remove => _writes.RemoveFinalizer(context, remove.Finalizer, cancellation),
        Command.Kubernetes.ResetRequestedAction reset => _writes.ResetRequestedAction(context, reset.Text, cancellation),
        Command.Kubernetes.ScaleTaskManagers scale => _writes.Scale(context, scale.Cluster, scale.TaskManagers, cancellation),
        Command.Kubernetes.CreateJobManagerService => _flink.CreateService(context, cancellation),
        Command.Kubernetes.DeleteJobManagerService => _flink.DeleteService(context, cancellation),
        Command.Kubernetes.CreateJobManagerPod create => _flink.CreateJobManager(context, create.Pod, cancellation),
        Command.Kubernetes.CreateTaskManagerPod create => _flink.CreateTaskManager(context, create.Pod, cancellation),
        Command.Kubernetes.DeletePod delete =>
            _objects.Delete(ResourceTypes.Pods, context.Namespace, delete.Pod, delete.Uid, cancellation),
        Command.Kubernetes.CreateBootstrapJob create => _flink.CreateBootstrap(context, create.Submission, cancellation),
        Command.Kubernetes.DeleteBootstrapJob => _flink.DeleteBootstrap(context, cancellation),
        Command.Kubernetes.ApplyCluster apply =>
            _children.ApplyCluster(context, apply.Cluster, apply.Digest, apply.TaskManagers, cancellation),
        Command.Kubernetes.DeleteCluster delete =>
            _objects.Delete(FlinkResourceTypes.Clusters, context.Namespace, delete.Cluster, delete.Uid, cancellation),
        Command.Kubernetes.ApplyJob apply =>
            _children.ApplyJob(context, apply.Job, apply.Name, apply.Digest, apply.Parallelism, cancellation),
        Command.Kubernetes.DeleteJob delete =>
            _objects.Delete(FlinkResourceTypes.Jobs, context.Namespace, delete.Job, delete.Uid, cancellation),
        Command.Kubernetes.ApplySupervisor apply => _supervisors.Apply(context, apply.Digest, apply.Replicas, cancellation),
        Command.Kubernetes.DeleteSupervisor => _supervisors.Delete(context, cancellation),
        Command.Kubernetes.DeleteOrphan delete => _orphans.Delete(context.Namespace, delete, cancellation),
    };
}
