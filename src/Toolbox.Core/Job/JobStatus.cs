using LanguageExt;
using Toolbox.Core.Resources;
using Toolbox.Core.RestorePoints;

namespace Toolbox.Core.Job;

/// <summary>The status of a FlinkJob: the fields that it always had, and the newer ones that say why.</summary>
public sealed record JobStatus
{
    public static readonly JobStatus Empty = new();

    public ResourceStatus ResourceStatus { get; init; } = ResourceStatus.Unknown;
    public SupervisorStatus SupervisorStatus { get; init; } = SupervisorStatus.Unknown;
    public string ClusterName { get; init; } = "";

    /// <summary>"", HEALTHY or UNHEALTHY.</summary>
    public string ClusterHealth { get; init; } = "";
    public string LabelSelector { get; init; } = "";

    /// <summary>The parallelism in use; 0 when the job does not run.</summary>
    public int JobParallelism { get; init; }

    /// <summary>The Flink job's id, set only once Flink has accepted it; empty when there is none.</summary>
    public string JobId { get; init; } = "";

    /// <summary>The last state that Flink reported, upper case; empty when unknown. Named as in Flink, not as in Kubernetes.</summary>
    public string FlinkState { get; init; } = "";

    /// <summary>The newest savepoint; empty when there is none or it was forgotten.</summary>
    public string SavepointPath { get; init; } = "";
    public Option<DateTimeOffset> SavepointTimestamp { get; init; }
    public Option<DateTimeOffset> SavepointRequestTimestamp { get; init; }
    public Option<SavepointRequest> Savepoint { get; init; }
    public SavepointMode SavepointMode { get; init; } = SavepointMode.Automatic;
    public RestartPolicy RestartPolicy { get; init; } = RestartPolicy.Always;
    public Option<JobDigest> Digest { get; init; }

    /// <summary>When the status last changed.</summary>
    public Option<DateTimeOffset> Timestamp { get; init; }
    public long ObservedGeneration { get; init; }
    public Seq<Condition> Conditions { get; init; }
    public Option<LastDecision> Decision { get; init; }
    public Option<Request> Request { get; init; }

    /// <summary>What happens once the job has stopped, and whether a savepoint is taken.</summary>
    public Option<StopIntent> StopIntent { get; init; }

    /// <summary>The user asked to stop or start without savepoint, for this once.</summary>
    public bool WithoutSavepoint { get; init; }

    /// <summary>Counts the submissions of this FlinkJob; never goes back.</summary>
    public int Attempt { get; init; }
    public Option<Submission> Submission { get; init; }

    /// <summary>All tasks of the current submission have run at least once: it may have made progress beyond its restore point.</summary>
    public bool HasRun { get; init; }

    /// <summary>Newest first, bounded.</summary>
    public Seq<RestorePoint> RestorePoints { get; init; }

    /// <summary>Counts failed stops and starts since the last success; spaces out what is tried again.</summary>
    public int Failures { get; init; }
    /// <summary>Since when Flink does not answer.</summary>
    public Option<DateTimeOffset> UnreachableSince { get; init; }

    /// <summary>Since when Flink answers that it does not know the job that it had accepted.</summary>
    public Option<DateTimeOffset> MissingSince { get; init; }

    /// <summary>When the job's end was seen or its start was given up; restarts are timed from here, whatever is written later.</summary>
    public Option<DateTimeOffset> EndedAt { get; init; }

    /// <summary>Runs and starts in a row that failed, without a run between them that lasted.</summary>
    public int FailedRuns { get; init; }

    /// <summary>Since when the job runs, while it still has to show that it lasts: <see cref="FailedRuns"/> is not 0.</summary>
    public Option<DateTimeOffset> RunningSince { get; init; }

    /// <summary>The last request that was refused, or what failed last, and why.</summary>
    public string Refusal { get; init; } = "";
}
