using Toolbox.Core.RestorePoints;

namespace Toolbox.Core.Job;

/// <summary>
/// A savepoint in progress, recorded before Flink is asked for it. From Flink 1.15 on the trigger id is ours and asking again is
/// harmless; before, Flink chooses it (<paramref name="TriggerId"/> is empty until its answer is recorded).
/// </summary>
/// <param name="StopsJob">Flink stops the job with this savepoint.</param>
public sealed record SavepointRequest(string JobId, string TriggerId, RestorePointOrigin Origin, bool StopsJob, int Attempt, DateTimeOffset Since);
