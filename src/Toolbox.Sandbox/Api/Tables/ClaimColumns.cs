using Toolbox.Sandbox.Api.Json;

namespace Toolbox.Sandbox.Api.Tables;

/// <summary>The columns of persistent volume claims.</summary>
static class ClaimColumns
{
    static readonly Dictionary<string, string> Short = new(StringComparer.Ordinal)
    {
        ["ReadWriteOnce"] = "RWO", ["ReadOnlyMany"] = "ROX", ["ReadWriteMany"] = "RWX", ["ReadWriteOncePod"] = "RWOP",
    };

    public static IReadOnlyList<TableColumn> All { get; } =
    [
        TableColumns.Name,
        TableColumns.Text("Status", "Whether a volume is bound.", item => item.At("metadata", "deletionTimestamp") is null ? item.TextAt("status", "phase") : "Terminating"),
        TableColumns.Text("Volume", "The volume that is bound.", item => item.TextAt("spec", "volumeName") ?? ""),
        TableColumns.Text("Capacity", "How much it holds.", item => item.TextAt("status", "capacity", "storage") ?? ""),
        TableColumns.Text("Access Modes", "How it may be mounted.",
            item => string.Join(',', item.TextsAt("status", "accessModes").Select(mode => Short.GetValueOrDefault(mode, mode)))),
        TableColumns.Text("StorageClass", "The storage class.", item => item.TextAt("spec", "storageClassName") ?? ""),
        TableColumns.Text("VolumeAttributesClass", "The class of attributes.", item => item.TextAt("spec", "volumeAttributesClassName") ?? "<unset>"),
        TableColumns.Age,
        TableColumns.Text("VolumeMode", "Filesystem or Block.", item => item.TextAt("spec", "volumeMode") ?? "<unset>", 1),
    ];
}
