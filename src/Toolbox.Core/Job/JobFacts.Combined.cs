using Toolbox.Core.Resources;

namespace Toolbox.Core.Job;

/// <summary>Truths that several rules read and that follow from other facts.</summary>
public sealed partial record JobFacts
{
    public bool AsksForSavepoint => Request is RequestFact.TriggerSavepoint or RequestFact.ForgetSavepoint;

    public bool ClusterRuns => Cluster is ClusterFact.Starting or ClusterFact.Unready or ClusterFact.Ready;

    /// <summary>Flink has the job, and it has not ended.</summary>
    public bool LivesInFlink => Flink is FlinkFact.Pending or FlinkFact.Running or FlinkFact.Restarting;

    /// <summary>
    /// Kubernetes or Flink says for certain that there is no Flink job of ours (any more). That its JobManager was lost is enough where
    /// the cluster goes as well; else the new JobManager must say that no late bootstrap has brought the job there.
    /// </summary>
    public bool NothingRuns =>
        Submission == SubmissionFact.None
        || Flink is FlinkFact.Gone or FlinkFact.Finished or FlinkFact.Canceled or FlinkFact.Failed
        || (Submission == SubmissionFact.Lost && Flink == FlinkFact.Silent && !ClusterRuns);

    public bool RestartIsIntended => Intent.Exists(intent => intent is StopIntent.Restart or StopIntent.RestartEmpty);

    /// <summary>Something starts the stopped job again without being asked.</summary>
    public bool ComesBack =>
        RestartIsIntended || Intent.Exists(intent => intent is StopIntent.Resume or StopIntent.Suspend) || (RestartIsAllowed && Intent != StopIntent.Stop);

    /// <summary>The running job has to stop, sooner or later.</summary>
    public bool MustStop =>
        IsDeleting || IsSuspended || BootstrapIsChanged || ParallelismIsChanged
        || Cluster is ClusterFact.Restarting or ClusterFact.Stopping or ClusterFact.Stopped or ClusterFact.Terminated;
}
