using k8s.Models;

namespace Toolbox.Manifests;

static class ToolboxResources
{
    /// <summary>Resources of supervisor and bootstrap when the spec has none.</summary>
    public static V1ResourceRequirements Default() => new()
    {
        Limits = Quantities(cpu: "1"),
        Requests = Quantities(cpu: "100m")
    };

    static Dictionary<string, ResourceQuantity> Quantities(string cpu) =>
        new() { ["cpu"] = new ResourceQuantity(cpu), ["memory"] = new ResourceQuantity("256Mi") };
}
