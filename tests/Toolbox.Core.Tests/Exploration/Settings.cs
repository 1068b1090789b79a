using Toolbox.Core.Job;
using Toolbox.Core.RestorePoints;
using Toolbox.Core.Tests.Exploration.Model;

namespace Toolbox.Core.Tests.Exploration;

/// <summary>The explorations that are run: what stays fixed in each, and what may disturb.</summary>
static class Settings
{
    static readonly Setting Plain = new(
        "", SavepointMode.Automatic, RestartPolicy.Always, Checkpoints: null, SavepointOnDeletion: false, TriggerIdIsOurs: true,
        StartsAtRest: false, Budget: 1, _ => true);

    public static IReadOnlyList<Setting> All { get; } =
    [
        Plain with { Name = "nothing goes wrong", Budget = 0 },
        Plain with { Name = "one disturbance" },
        Plain with { Name = "one disturbance, retained checkpoints", Checkpoints = RestorePointOrigin.RetainedCheckpoint },
        Plain with { Name = "one disturbance, manual savepoints", Mode = SavepointMode.Manual, Policy = RestartPolicy.OnlyIfFailed },
        Plain with { Name = "one disturbance, old Flink, savepoint on deletion", TriggerIdIsOurs = false, SavepointOnDeletion = true },
        Plain with { Name = "two faults", Budget = 2, Allows = disturbance => !IsOfUsers(disturbance) },
        Plain with
        {
            Name = "a running job with checkpoints and two faults", Budget = 2, StartsAtRest = true,
            Checkpoints = RestorePointOrigin.Checkpoint, Allows = disturbance => !IsOfUsers(disturbance),
        },
        Plain with { Name = "a running job and two disturbances", Budget = 2, StartsAtRest = true },
    ];

    static bool IsOfUsers(Disturbance disturbance) => disturbance >= Disturbance.JobIsEdited;
}
