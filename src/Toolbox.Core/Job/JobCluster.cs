using LanguageExt;
using Toolbox.Core.Resources;

namespace Toolbox.Core.Job;

/// <summary>What a job needs to know about its cluster.</summary>
/// <param name="StopIntent">Why the cluster stops, while it does.</param>
/// <param name="WithoutSavepoint">The cluster was stopped or started without savepoint, for this once: it holds for all its jobs.</param>
/// <param name="JobManager">The JobManager process that the cluster runs with; empty while there is none for certain.</param>
/// <param name="TriggerIdIsOurs">Flink 1.15 and later: we choose the id of a savepoint request, and asking twice is harmless.</param>
public sealed record JobCluster(
    string Name,
    SupervisorStatus SupervisorStatus,
    ResourceStatus ResourceStatus,
    string ClusterHealth,
    Option<StopIntent> StopIntent,
    bool WithoutSavepoint,
    string JobManager,
    bool TriggerIdIsOurs,
    TimeSpan TaskTimeout,
    TimeSpan PollingInterval,
    Seq<string> StoragePaths);
