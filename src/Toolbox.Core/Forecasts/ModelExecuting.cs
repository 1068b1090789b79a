using Toolbox.Core.Cluster;
using Toolbox.Core.Commands;
using Toolbox.Core.Job;
using Toolbox.Core.Resources;
using Toolbox.Core.Supervision;

namespace Toolbox.Core.Forecasts;

/// <summary>Carries commands out in the model: each succeeds, at once.</summary>
static class ModelExecuting
{
    public static ModelNamespace Execute(ModelNamespace model, ModelSubject subject, Command command) => command switch
    {
        Command.Kubernetes kubernetes => Execute(model, subject, kubernetes),
        Command.Flink flink => Execute(model, subject, flink),
    };

    static ModelNamespace Execute(ModelNamespace model, ModelSubject subject, Command.Kubernetes command) => command switch
    {
        Command.Kubernetes.AddFinalizer add => ModelMetadata.Change(model, subject, metadata => ModelMetadata.With(metadata, add.Finalizer)),
        Command.Kubernetes.RemoveFinalizer remove => ModelMetadata.Change(model, subject, metadata => ModelMetadata.Without(metadata, remove.Finalizer)),
        Command.Kubernetes.ResetRequestedAction => Reset(model, subject),
        Command.Kubernetes.ScaleTaskManagers scale => model.Changed(scale.Cluster, cluster => Scaled(cluster, scale.TaskManagers)),
        Command.Kubernetes.CreateJobManagerService create => model.Seen(create.Cluster, snapshot => snapshot with { Service = Presence.Present }),
        Command.Kubernetes.DeleteJobManagerService delete => model.Seen(delete.Cluster, snapshot => snapshot with { Service = Presence.Absent }),
        Command.Kubernetes.CreateJobManagerPod create => model.Seen(create.Cluster, snapshot => snapshot with { JobManagers = snapshot.JobManagers.Add(Pod(create.Pod)).Strict() }),
        Command.Kubernetes.CreateTaskManagerPod create => model.Seen(create.Cluster, snapshot => snapshot with { TaskManagers = snapshot.TaskManagers.Add(Pod(create.Pod)).Strict() }),
        Command.Kubernetes.DeletePod delete => model.Seen(subject.Name, snapshot => snapshot with
        {
            JobManagers = snapshot.JobManagers.Filter(pod => pod.Name != delete.Pod).Strict(),
            TaskManagers = snapshot.TaskManagers.Filter(pod => pod.Name != delete.Pod).Strict(),
        }),
        Command.Kubernetes.CreateBootstrapJob create => model.Changed(create.Job, job => Bootstrapped(job, new BootstrapObservation(
            Presence.Present, create.Submission.JobId, HasSucceeded: false, HasFailed: false, ""))),
        Command.Kubernetes.DeleteBootstrapJob delete => model.Changed(delete.Job, job => Bootstrapped(job, BootstrapObservation.Absent)),
        Command.Kubernetes.ApplyCluster apply => ModelChildren.Apply(model, subject.Name, apply),
        Command.Kubernetes.DeleteCluster delete => ModelMetadata.Change(model, new ModelSubject(ModelSubject.Cluster, delete.Cluster), ModelMetadata.Deleted),
        Command.Kubernetes.ApplyJob apply => ModelChildren.Apply(model, subject.Name, apply),
        Command.Kubernetes.DeleteJob delete => ModelMetadata.Change(model, new ModelSubject(ModelSubject.Job, delete.Job), ModelMetadata.Deleted),
        Command.Kubernetes.ApplySupervisor apply => model.Changed(apply.Cluster, cluster => cluster with
        {
            Supervisor = new SupervisorObservation(Presence.Present, apply.Digest, apply.Replicas, apply.Replicas),
        }),
        Command.Kubernetes.DeleteSupervisor delete => model.Changed(delete.Cluster, cluster => cluster with { Supervisor = SupervisorObservation.Absent }),
        // The model has no objects whose owner is gone.
        Command.Kubernetes.DeleteOrphan => model,
    };

    static ModelNamespace Execute(ModelNamespace model, ModelSubject subject, Command.Flink command) => command switch
    {
        Command.Flink.CancelJob cancel => model.Changed(subject.Name, (ModelJob job) => Ended(job, cancel.JobId, FlinkJobState.Canceled)),
        Command.Flink.StopJobWithSavepoint stop => model.Changed(subject.Name, (ModelJob job) =>
            Ended(job, stop.JobId, FlinkJobState.Finished) with { Savepoint = ModelNamespace.FutureSavepoint }),
        Command.Flink.TriggerSavepoint => model.Changed(subject.Name, (ModelJob job) => job with { Savepoint = ModelNamespace.FutureSavepoint }),
    };

    static ModelNamespace Changed(this ModelNamespace model, string name, Func<ModelCluster, ModelCluster> change) =>
        model.Clusters.GetValueOrDefault(name) is { } cluster ? model.With(change(cluster)) : model;

    static ModelNamespace Changed(this ModelNamespace model, string name, Func<ModelJob, ModelJob> change) =>
        model.Jobs.GetValueOrDefault(name) is { } job ? model.With(change(job)) : model;

    static ModelNamespace Seen(this ModelNamespace model, string name, Func<ClusterSnapshot, ClusterSnapshot> change) =>
        model.Changed(name, (ModelCluster cluster) => cluster with { Snapshot = change(cluster.Snapshot) });

    static ModelNamespace Reset(ModelNamespace model, ModelSubject subject) => subject.Kind == ModelSubject.Cluster
        ? model.Seen(subject.Name, snapshot => snapshot with { Annotation = new RequestAnnotation.Nothing() })
        : model.Changed(subject.Name, (ModelJob job) => job with { Snapshot = job.Snapshot with { Annotation = new RequestAnnotation.Nothing() } });

    static ModelCluster Scaled(ModelCluster cluster, int taskManagers) => cluster with
    {
        Spec = ModelChildren.Scaled(cluster.Spec, "taskManagers", taskManagers),
        Snapshot = cluster.Snapshot with { Metadata = ModelMetadata.Edited(cluster.Snapshot.Metadata) },
    };

    static ModelJob Bootstrapped(ModelJob job, BootstrapObservation bootstrap) => job with { Snapshot = job.Snapshot with { Bootstrap = bootstrap } };

    static ModelJob Ended(ModelJob job, string id, FlinkJobState state) => job with { Flink = job.Flink.Map(found => found.JobId == id ? found with { State = state } : found) };

    static PodObservation Pod(string name) => new(name, $"new-{name}", PodPhase.Running, IsReady: true, IsDeleting: false, Restarts: 0, name, "");
}
