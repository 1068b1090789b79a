using Toolbox.Core.Deployment;
using Toolbox.Core.Job;
using Toolbox.Core.Supervision;

namespace Toolbox.Core.Commands;

/// <summary>
/// What shall be done, imperative. A command carries identities and digests, never a rendered object: it has value equality and
/// reads well in a snapshot. The namespace is that of the resource that was decided about.
/// </summary>
public abstract record Command
{
    Command() { }

    /// <summary>Commands to the Kubernetes API.</summary>
    public abstract record Kubernetes : Command
    {
        Kubernetes() { }

        /// <summary>Adds a finalizer to the resource that was decided about, if the observed version is still current.</summary>
        public sealed record AddFinalizer(string Finalizer) : Kubernetes;

        /// <summary>Removes a finalizer from the resource that was decided about, if the observed version is still current.</summary>
        public sealed record RemoveFinalizer(string Finalizer) : Kubernetes;

        /// <summary>Sets the requested-action annotation back to NONE, if it still holds <paramref name="Text"/>.</summary>
        public sealed record ResetRequestedAction(string Text) : Kubernetes;

        /// <summary>Writes the wanted number of TaskManagers through the cluster's scale subresource.</summary>
        public sealed record ScaleTaskManagers(string Cluster, int TaskManagers) : Kubernetes;

        public sealed record CreateJobManagerService(string Cluster) : Kubernetes;

        public sealed record DeleteJobManagerService(string Cluster) : Kubernetes;

        /// <summary>Creates a JobManager pod under a name that is the same for every retry: a duplicate is refused by Kubernetes.</summary>
        public sealed record CreateJobManagerPod(string Cluster, string Pod) : Kubernetes;

        /// <summary>Creates a TaskManager pod under a name that is the same for every retry.</summary>
        public sealed record CreateTaskManagerPod(string Cluster, string Pod) : Kubernetes;

        /// <summary>Deletes exactly the pod that was observed.</summary>
        public sealed record DeletePod(string Pod, string Uid) : Kubernetes;

        /// <summary>Creates the Kubernetes Job that uploads the JAR and submits under the recorded id.</summary>
        public sealed record CreateBootstrapJob(string Job, Submission Submission) : Kubernetes;

        public sealed record DeleteBootstrapJob(string Job) : Kubernetes;

        /// <summary>Applies the deployment's cluster; null leaves the number of TaskManagers to whoever wrote it last.</summary>
        public sealed record ApplyCluster(string Cluster, string Digest, DeclaredNumber? TaskManagers) : Kubernetes;

        public sealed record DeleteCluster(string Cluster, string Uid) : Kubernetes;

        /// <summary>Applies one of the deployment's jobs; null leaves the parallelism to whoever wrote it last.</summary>
        public sealed record ApplyJob(string Job, string Name, string Digest, DeclaredNumber? Parallelism) : Kubernetes;

        public sealed record DeleteJob(string Job, string Uid) : Kubernetes;

        /// <summary>Applies the supervisor's Deployment; <paramref name="Replicas"/> is at least one while the cluster must be taken down.</summary>
        public sealed record ApplySupervisor(string Cluster, string Digest, int Replicas) : Kubernetes;

        public sealed record DeleteSupervisor(string Cluster) : Kubernetes;

        /// <summary>Deletes exactly this object, after a fresh look has shown that no FlinkCluster or FlinkJob has the owner's uid.</summary>
        public sealed record DeleteOrphan(OwnedKind Kind, string Name, string Uid, string OwnerUid) : Kubernetes;
    }

    /// <summary>Commands to Flink's REST API. Each is recorded in the status before it is sent.</summary>
    public abstract record Flink : Command
    {
        Flink() { }

        /// <summary>Cancels a job that we submitted; the end is awaited by looking.</summary>
        public sealed record CancelJob(string JobId) : Flink;

        /// <summary>Asks Flink to stop the job with a savepoint; an empty target means Flink's own default directory.</summary>
        public sealed record StopJobWithSavepoint(string JobId, string TargetPath, string TriggerId) : Flink;

        /// <summary>Asks Flink for a savepoint while the job goes on.</summary>
        public sealed record TriggerSavepoint(string JobId, string TargetPath, string TriggerId) : Flink;
    }
}
