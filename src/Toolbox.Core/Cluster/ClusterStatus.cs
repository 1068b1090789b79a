using LanguageExt;
using Toolbox.Core.Resources;

namespace Toolbox.Core.Cluster;

/// <summary>The status of a FlinkCluster: the fields that it always had, and the newer ones that say why.</summary>
public sealed record ClusterStatus
{
    public static readonly ClusterStatus Empty = new();

    public ResourceStatus ResourceStatus { get; init; } = ResourceStatus.Unknown;
    public SupervisorStatus SupervisorStatus { get; init; } = SupervisorStatus.Unknown;

    /// <summary>"", HEALTHY or UNHEALTHY.</summary>
    public string ClusterHealth { get; init; } = "";
    public string LabelSelector { get; init; } = "";
    public Option<ServiceMode> ServiceMode { get; init; }
    public int TaskManagers { get; init; }
    public int TaskSlots { get; init; }
    public int TaskManagerReplicas { get; init; }
    public int TotalTaskSlots { get; init; }
    public Option<DateTimeOffset> RescaleTimestamp { get; init; }
    public Option<ClusterDigest> Digest { get; init; }

    /// <summary>When the status last changed.</summary>
    public Option<DateTimeOffset> Timestamp { get; init; }
    public long ObservedGeneration { get; init; }
    public Seq<Condition> Conditions { get; init; }
    public Option<LastDecision> Decision { get; init; }
    public Option<Request> Request { get; init; }

    /// <summary>What happens once the cluster has stopped.</summary>
    public Option<StopIntent> StopIntent { get; init; }

    /// <summary>The user asked to stop or start the cluster, and so all its jobs, without savepoint, for this once.</summary>
    public bool WithoutSavepoint { get; init; }

    /// <summary>Counts the starts of a JobManager; part of the pods' names, so that a repeated creation is refused as a duplicate.</summary>
    public int Attempt { get; init; }

    /// <summary>The JobManager process that the cluster was started with (<see cref="PodObservation.Process"/>); empty while there is none.</summary>
    public string JobManager { get; init; } = "";

    /// <summary>Stands for the JobManager's process when Kubernetes says that there is none any more; another one than any that was.</summary>
    public const string NoJobManager = "-";

    /// <summary>Since when Flink does not answer.</summary>
    public Option<DateTimeOffset> UnreachableSince { get; init; }
    public Option<ScalingMemory> Scaling { get; init; }

    /// <summary>The last request that was refused, and why.</summary>
    public string Refusal { get; init; } = "";
}
