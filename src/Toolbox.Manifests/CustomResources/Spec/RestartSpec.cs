using Toolbox.Manifests.CustomResources.Schema;

namespace Toolbox.Manifests.CustomResources;

/// <summary>What happens when the job has ended by itself. Times are in seconds.</summary>
public sealed record RestartSpec
{
    [FieldSchema("Which ends lead to a restart, Never if absent.", Values = ["Never", "Always", "OnlyIfFailed"])]
    public string? RestartPolicy { get; init; }

    [FieldSchema("Seconds between the end of the job and its restart, 60 if absent.", Nullable = true, Minimum = 0)]
    public int? RestartDelay { get; init; }

    [FieldSchema("Seconds after which a start without progress is abandoned, 180 if absent.", Nullable = true, Minimum = 0)]
    public int? RestartTimeout { get; init; }
}
