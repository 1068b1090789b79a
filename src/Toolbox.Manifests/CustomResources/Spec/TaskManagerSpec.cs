using Toolbox.Manifests.CustomResources.Schema;

namespace Toolbox.Manifests.CustomResources;

/// <summary>Pods of the TaskManagers.</summary>
public sealed record TaskManagerSpec : FlinkPodSpec
{
    public const int DefaultTaskSlots = 1;

    [FieldSchema("Task slots of each TaskManager; null means 1.", Required = true, Nullable = true, Minimum = 1)]
    public int? TaskSlots { get; init; }
}
