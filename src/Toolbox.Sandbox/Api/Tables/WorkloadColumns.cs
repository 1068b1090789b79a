using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Objects;

namespace Toolbox.Sandbox.Api.Tables;

/// <summary>The columns of the kinds of the apps group.</summary>
static class WorkloadColumns
{
    public static IReadOnlyList<TableColumn> Deployments { get; } =
    [
        TableColumns.Name,
        TableColumns.Text("Ready", "Ready pods of the pods that are wanted.", Ready),
        TableColumns.Text("Up-to-date", "Pods of the latest template.", item => item.NumberAt("status", "updatedReplicas") ?? 0),
        TableColumns.Text("Available", "Pods that have been ready for long enough.", item => item.NumberAt("status", "availableReplicas") ?? 0),
        TableColumns.Age,
        .. Template(),
    ];

    public static IReadOnlyList<TableColumn> ReplicaSets { get; } =
    [
        TableColumns.Name,
        TableColumns.Integer("Desired", "Pods that are wanted.", "spec", "replicas"),
        TableColumns.Integer("Current", "Pods that there are.", "status", "replicas"),
        TableColumns.Integer("Ready", "Pods that are ready.", "status", "readyReplicas"),
        TableColumns.Age,
        .. Template(),
    ];

    public static IReadOnlyList<TableColumn> StatefulSets { get; } =
    [
        TableColumns.Name,
        TableColumns.Text("Ready", "Ready pods of the pods that are wanted.", Ready),
        TableColumns.Age,
        .. Template().Take(2),
    ];

    public static IReadOnlyList<TableColumn> DaemonSets { get; } =
    [
        TableColumns.Name,
        TableColumns.Integer("Desired", "Nodes that should run the pod.", "status", "desiredNumberScheduled"),
        TableColumns.Integer("Current", "Nodes that run at least one pod.", "status", "currentNumberScheduled"),
        TableColumns.Integer("Ready", "Nodes with a ready pod.", "status", "numberReady"),
        TableColumns.Integer("Up-to-date", "Nodes with a pod of the latest template.", "status", "updatedNumberScheduled"),
        TableColumns.Integer("Available", "Nodes with an available pod.", "status", "numberAvailable"),
        TableColumns.Text("Node Selector", "Labels of the nodes that count.", item => Pairs(item, "spec", "template", "spec", "nodeSelector")),
        TableColumns.Age,
        .. Template(),
    ];

    /// <summary>Names and images of a template's containers and the selector, shown with <c>-o wide</c>.</summary>
    public static IEnumerable<TableColumn> Template() =>
    [
        TableColumns.Text("Containers", "Names of the template's containers.", item => Joined(item, "name"), 1),
        TableColumns.Text("Images", "Images of the template's containers.", item => Joined(item, "image"), 1),
        TableColumns.Text("Selector", "Labels of the pods.", item => Selector(item), 1),
    ];

    static JsonNode Ready(JsonObject item) => $"{item.NumberAt("status", "readyReplicas") ?? 0}/{item.NumberAt("spec", "replicas") ?? 0}";

    static string Joined(JsonObject item, string member) =>
        string.Join(',', item.ObjectsAt("spec", "template", "spec", "containers").Select(container => container.TextAt(member)));

    static string Selector(JsonObject item)
    {
        var text = LabelSelector.FromObject(item.At("spec", "selector") as JsonObject).ToString();
        return text.Length == 0 ? "<none>" : text;
    }

    static string Pairs(JsonObject item, params string[] path)
    {
        var text = string.Join(',', item.PairsAt(path).Select(pair => $"{pair.Key}={pair.Value}"));
        return text.Length == 0 ? "<none>" : text;
    }
}
