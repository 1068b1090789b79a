using Toolbox.Core.Job;
using Toolbox.Core.RestorePoints;
using Toolbox.Core.Tests.Exploration.Model;

namespace Toolbox.Core.Tests.Exploration;

/// <summary>The explorations that are run: what stays fixed in each, and what may disturb.</summary>
static class Settings
{
    static readonly Setting Plain = new(
        "", SavepointMode.Automatic, RestartPolicy.Always, Checkpoints: null, SavepointOnDeletion: false, TriggerIdIsOurs: true, Budget: 1, _ => true);

    public static IReadOnlyList<Setting> All { get; } =
    [
        Plain with { Name = "nothing goes wrong", Budget = 0 },
        Plain with { Name = "everything once" },
        Plain with { Name = "everything once, retained checkpoints", Checkpoints = RestorePointOrigin.RetainedCheckpoint },
        Plain with { Name = "everything once, manual savepoints", Mode = SavepointMode.Manual, Policy = RestartPolicy.OnlyIfFailed },
        Plain with { Name = "everything once, old Flink, savepoint on deletion", TriggerIdIsOurs = false, SavepointOnDeletion = true },
    ];
}
