using Toolbox.Core.Commands;
using Toolbox.Core.Job;

namespace Toolbox.Core.Explanations;

/// <summary>Commands as people read them.</summary>
static class CommandText
{
    public static string Of(Command command) => command switch
    {
        Command.Kubernetes kubernetes => Of(kubernetes),
        Command.Flink flink => Of(flink),
    };

    static string Of(Command.Kubernetes command) => command switch
    {
        Command.Kubernetes.AddFinalizer add => $"add the finalizer {add.Finalizer}",
        Command.Kubernetes.RemoveFinalizer remove => $"remove the finalizer {remove.Finalizer}",
        Command.Kubernetes.ResetRequestedAction reset => $"reset the annotation requested-action, which is {reset.Text}",
        Command.Kubernetes.ScaleTaskManagers scale => $"scale FlinkCluster {scale.Cluster} to {scale.TaskManagers} TaskManagers",
        Command.Kubernetes.CreateJobManagerService create => $"create the JobManager's Service of {create.Cluster}",
        Command.Kubernetes.DeleteJobManagerService delete => $"delete the JobManager's Service of {delete.Cluster}",
        Command.Kubernetes.CreateJobManagerPod create => $"create pod {create.Pod}",
        Command.Kubernetes.CreateTaskManagerPod create => $"create pod {create.Pod}",
        Command.Kubernetes.DeletePod delete => $"delete pod {delete.Pod}",
        Command.Kubernetes.CreateBootstrapJob create => $"create the bootstrap Job of {create.Job}, which submits Flink job {create.Submission.JobId} {From(create.Submission)}",
        Command.Kubernetes.DeleteBootstrapJob delete => $"delete the bootstrap Job of {delete.Job}",
        Command.Kubernetes.ApplyCluster apply => $"apply FlinkCluster {apply.Cluster}",
        Command.Kubernetes.DeleteCluster delete => $"delete FlinkCluster {delete.Cluster}",
        Command.Kubernetes.ApplyJob apply => $"apply FlinkJob {apply.Job}",
        Command.Kubernetes.DeleteJob delete => $"delete FlinkJob {delete.Job}",
        Command.Kubernetes.ApplySupervisor apply => $"apply the supervisor's Deployment of {apply.Cluster} with {apply.Replicas} replicas",
        Command.Kubernetes.DeleteSupervisor delete => $"delete the supervisor's Deployment of {delete.Cluster}",
        Command.Kubernetes.DeleteOrphan delete => $"delete {delete.Kind} {delete.Name}, which was left behind",
    };

    static string Of(Command.Flink command) => command switch
    {
        Command.Flink.CancelJob cancel => $"cancel Flink job {cancel.JobId}",
        Command.Flink.StopJobWithSavepoint stop => $"stop Flink job {stop.JobId} with a savepoint{To(stop.TargetPath)}",
        Command.Flink.TriggerSavepoint trigger => $"take a savepoint of Flink job {trigger.JobId}{To(trigger.TargetPath)}",
    };

    static string From(Submission submission) => submission.RestorePoint.Length > 0 ? $"from {submission.RestorePoint}" : "empty";

    static string To(string path) => path.Length > 0 ? $" in {path}" : "";
}
