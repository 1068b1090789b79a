using System.Text.Json;
using LanguageExt;
using Toolbox.Core.Job;

namespace Toolbox.Core.Forecasts;

/// <summary>A FlinkJob in a model of its namespace.</summary>
/// <param name="Snapshot">Its spec, cluster and what Flink says are filled in for each decision.</param>
/// <param name="OwnerUid">Uid of its FlinkDeployment, or empty.</param>
/// <param name="AppliedNumber">The parallelism that its deployment declared last.</param>
/// <param name="Flink">The Flink job of its submission.</param>
/// <param name="Savepoint">Where the savepoint that was asked for last is.</param>
public sealed record ModelJob(
    JobSnapshot Snapshot, JsonElement Spec, string OwnerUid, Option<int> AppliedNumber, Option<ModelFlinkJob> Flink, Option<string> Savepoint);
