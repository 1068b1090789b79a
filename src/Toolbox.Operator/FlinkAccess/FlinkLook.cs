using Toolbox.Flink;

namespace Toolbox.Operator.FlinkAccess;

/// <summary>What one look at a JobManager showed: at most two calls, whatever the number of jobs.</summary>
/// <param name="Time">When the jobs were looked at.</param>
/// <param name="OverviewTime">When the overview was looked at, which may be longer ago.</param>
public sealed record FlinkLook(FlinkAnswer<FlinkOverview> Overview, FlinkAnswer<IReadOnlyList<JobSummary>> Jobs, DateTimeOffset Time, DateTimeOffset OverviewTime)
{
    /// <summary>
    /// The jobs with what decisions tell apart, in the order of their ids, as a real Flink lists them in another order each time; nothing when
    /// Flink did not answer.
    /// </summary>
    public IEnumerable<(string Id, JobState State, bool RunsFully)> States =>
        Jobs is FlinkAnswer<IReadOnlyList<JobSummary>>.Ok ok ? ok.Value.OrderBy(job => job.Id, StringComparer.Ordinal).Select(job => (job.Id, job.State, job.RunsFully)) : [];
}
