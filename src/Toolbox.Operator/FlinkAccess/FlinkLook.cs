using Toolbox.Flink;

namespace Toolbox.Operator.FlinkAccess;

/// <summary>What one look at a JobManager showed: two calls, whatever the number of jobs.</summary>
public sealed record FlinkLook(FlinkAnswer<FlinkOverview> Overview, FlinkAnswer<IReadOnlyList<JobSummary>> Jobs, DateTimeOffset Time);
