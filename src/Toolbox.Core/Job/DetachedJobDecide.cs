using LanguageExt;
using Toolbox.Core.Commands;
using Toolbox.Core.Resources;
using static LanguageExt.Prelude;

namespace Toolbox.Core.Job;

/// <summary>The operator's decision about a job whose cluster does not exist: nobody else looks after it.</summary>
public static class DetachedJobDecide
{
    /// <param name="status">As it was observed; restore points are kept for a cluster of the same name.</param>
    /// <param name="clusterExists">A cluster, with its supervisor, looks after the job: there is nothing to decide.</param>
    public static Decision<JobStatus> Decide(ResourceMetadata metadata, JobStatus status, bool clusterExists, DateTimeOffset now)
    {
        if (clusterExists) return Quiet("LeaveToSupervisor", status, Empty);
        if (metadata.IsDeleting && metadata.HasFinalizer(Finalizers.Supervisor))
            return Quiet("ReleaseDeletedJob", status, Seq1<Command>(new Command.Kubernetes.RemoveFinalizer(Finalizers.Supervisor)));
        if (metadata.IsDeleting) return Quiet("LetGo", status, Empty);
        return Detach(metadata, status, now);
    }

    static Decision<JobStatus> Detach(ResourceMetadata metadata, JobStatus status, DateTimeOffset now)
    {
        const string Rule = "WaitForCluster";
        const string Message = "waits for a cluster whose name is a prefix of its own";
        var detached = status with
        {
            SupervisorStatus = SupervisorStatus.Unknown,
            ResourceStatus = ResourceStatus.Unknown,
            ClusterName = "",
            ClusterHealth = "",
            JobId = "",
            FlinkState = "",
            JobParallelism = 0,
            Submission = None,
            Savepoint = None,
            StopIntent = None,
            UnreachableSince = None,
            MissingSince = None,
            EndedAt = None,
            FailedRuns = 0,
            RunningSince = None,
            ObservedGeneration = metadata.Generation,
            Conditions = Conditions.From(status.Conditions, Verdict.Reconciling, Rule, Message, metadata.Generation, now),
            Decision = status.Decision.Filter(last => last.Rule == Rule) || new LastDecision(Rule, now, Message),
        };
        var changed = detached != status;
        return new Decision<JobStatus>(Rule, changed ? detached with { Timestamp = now } : status, changed, Empty, None, Verdict.Reconciling, None);
    }

    static Decision<JobStatus> Quiet(string rule, JobStatus status, Seq<Command> commands) =>
        new(rule, status, false, commands, None, Verdict.Reconciling, None);
}
