using Toolbox.Core.Job;

namespace Toolbox.Core.Forecasts;

/// <summary>A job in Flink.</summary>
/// <param name="JobManager">The process that has it; it goes with it.</param>
public sealed record ModelFlinkJob(string JobId, FlinkJobState State, string JobManager);
