using System.Text.Json;
using LanguageExt;
using Toolbox.Core.Cluster;
using Toolbox.Core.Supervision;

namespace Toolbox.Core.Forecasts;

/// <summary>A FlinkCluster in a model of its namespace.</summary>
/// <param name="Snapshot">Its spec, jobs and what Flink says are filled in for each decision.</param>
/// <param name="OwnerUid">Uid of its FlinkDeployment, or empty.</param>
/// <param name="AppliedNumber">The number of TaskManagers that its deployment declared last.</param>
public sealed record ModelCluster(
    ClusterSnapshot Snapshot, JsonElement Spec, string OwnerUid, Option<int> AppliedNumber, SupervisorObservation Supervisor);
