using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;

namespace Toolbox.Sandbox.Api.Tables;

/// <summary>The columns of nodes.</summary>
static class NodeColumns
{
    const string RolePrefix = "node-role.kubernetes.io/";

    public static IReadOnlyList<TableColumn> All { get; } =
    [
        TableColumns.Name,
        TableColumns.Text("Status", "Whether the node is ready.", item => Status(item)),
        TableColumns.Text("Roles", "The roles of the node.", item => Roles(item)),
        TableColumns.Age,
        TableColumns.Text("Version", "The version of the kubelet.", item => item.TextAt("status", "nodeInfo", "kubeletVersion") ?? ""),
        TableColumns.Text("Internal-IP", "The address inside the cluster.", item => Address(item, "InternalIP"), 1),
        TableColumns.Text("External-IP", "The address outside the cluster.", item => Address(item, "ExternalIP"), 1),
        TableColumns.Text("OS-Image", "The operating system.", item => Info(item, "osImage"), 1),
        TableColumns.Text("Kernel-Version", "The kernel.", item => Kernel(item), 1),
        TableColumns.Text("Container-Runtime", "What runs containers.", item => Info(item, "containerRuntimeVersion"), 1),
    ];

    static string Status(JsonObject node)
    {
        var ready = node.ObjectsAt("status", "conditions").FirstOrDefault(item => item.TextAt("type") == "Ready");
        var status = ready is null ? "Unknown" : ready.TextAt("status") == "True" ? "Ready" : "NotReady";
        return node.FlagAt("spec", "unschedulable") == true ? status + ",SchedulingDisabled" : status;
    }

    static string Roles(JsonObject node)
    {
        var roles = node.PairsAt("metadata", "labels").Where(label => label.Key.StartsWith(RolePrefix, StringComparison.Ordinal)).Select(label => label.Key[RolePrefix.Length..]);
        var text = string.Join(',', roles.Order(StringComparer.Ordinal));
        return text.Length == 0 ? "<none>" : text;
    }

    static string Address(JsonObject node, string type) =>
        node.ObjectsAt("status", "addresses").FirstOrDefault(item => item.TextAt("type") == type).TextAt("address") ?? "<none>";

    static string Info(JsonObject node, string member) => node.TextAt("status", "nodeInfo", member) is { Length: > 0 } text ? text : "<unknown>";

    static string Kernel(JsonObject node)
    {
        var architecture = node.TextAt("status", "nodeInfo", "architecture");
        return string.IsNullOrEmpty(architecture) ? Info(node, "kernelVersion") : $"{Info(node, "kernelVersion")} ({architecture})";
    }
}
