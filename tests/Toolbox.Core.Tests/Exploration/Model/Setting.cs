using Toolbox.Core.Job;
using Toolbox.Core.RestorePoints;

namespace Toolbox.Core.Tests.Exploration.Model;

/// <summary>What stays fixed in one exploration.</summary>
/// <param name="Checkpoints">The origin of checkpoints that Flink completes by itself; none where null.</param>
/// <param name="StartsAtRest">Begins with a running job instead of with resources that nobody has touched.</param>
/// <param name="Budget">How many disturbances there may be on one path.</param>
/// <param name="Allows">Which disturbances there may be.</param>
sealed record Setting(
    string Name, SavepointMode Mode, RestartPolicy Policy, RestorePointOrigin? Checkpoints, bool SavepointOnDeletion, bool TriggerIdIsOurs, bool StartsAtRest, int Budget, Func<Disturbance, bool> Allows)
{
    /// <summary>Savepoints are taken from time to time. The time comes as a disturbance, because by itself it would come again and again.</summary>
    public bool IsPeriodic { get; init; }

    /// <summary>How decisions about jobs are taken; another function than the product's shows that a mistake is found.</summary>
    public Func<JobSnapshot, Decision<JobStatus>> DecideJob { get; init; } = JobDecide.Decide;
}
