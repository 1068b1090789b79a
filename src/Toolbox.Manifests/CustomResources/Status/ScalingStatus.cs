using Toolbox.Manifests.CustomResources.Schema;

namespace Toolbox.Manifests.CustomResources;

/// <summary>What the last scaling decision saw and wanted; a declared number that is neither was written by somebody else since.</summary>
public sealed record ScalingStatus
{
    [FieldSchema("The declared number of TaskManagers.")]
    public int? Declared { get; init; }

    [FieldSchema("The number that the jobs need.")]
    public int? Needed { get; init; }

    [FieldSchema("The number that was decided.")]
    public int? Target { get; init; }
}
