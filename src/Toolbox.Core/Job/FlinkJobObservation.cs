using LanguageExt;
using Toolbox.Core.RestorePoints;

namespace Toolbox.Core.Job;

/// <summary>What Flink says about one job.</summary>
/// <param name="StateText">The state exactly as Flink names it.</param>
/// <param name="Cause">The first line of what went wrong last, if anything did.</param>
/// <param name="Checkpoint">The newest completed checkpoint that has a path, with its origin saying when Flink deletes it.</param>
/// <param name="Savepoint">The newest completed savepoint, whoever asked for it.</param>
public sealed record FlinkJobObservation(
    string JobId, FlinkJobState State, string StateText, string Cause, Option<RestorePoint> Checkpoint, Option<RestorePoint> Savepoint)
{
    /// <summary>The job has failed because what it was to start from is not there.</summary>
    public bool RestorePointIsMissing { get; init; }

    public bool IsTerminal => State is FlinkJobState.Finished or FlinkJobState.Canceled or FlinkJobState.Failed;
}
