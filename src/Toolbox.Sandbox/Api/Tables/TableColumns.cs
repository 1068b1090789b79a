using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Api.Resources;

namespace Toolbox.Sandbox.Api.Tables;

/// <summary>The columns of each resource, as <c>kubectl get</c> shows them; all of them are sent, wide ones with priority 1.</summary>
static class TableColumns
{
    static readonly Dictionary<string, IReadOnlyList<TableColumn>> BuiltIn = new(StringComparer.Ordinal)
    {
        ["pods"] = PodColumns.All,
        ["deployments.apps"] = WorkloadColumns.Deployments,
        ["replicasets.apps"] = WorkloadColumns.ReplicaSets,
        ["statefulsets.apps"] = WorkloadColumns.StatefulSets,
        ["daemonsets.apps"] = WorkloadColumns.DaemonSets,
        ["jobs.batch"] = JobColumns.Jobs,
        ["cronjobs.batch"] = JobColumns.CronJobs,
        ["services"] = ServiceColumns.Services,
        ["endpoints"] = ServiceColumns.Endpoints,
        ["endpointslices.discovery.k8s.io"] = ServiceColumns.EndpointSlices,
        ["events"] = EventColumns.All,
        ["events.events.k8s.io"] = EventColumns.All,
        ["nodes"] = NodeColumns.All,
        ["namespaces"] = [Name, Text("Status", "The phase of the namespace.", item => item.At("status", "phase")), Age],
        ["serviceaccounts"] = [Name, Age],
        ["configmaps"] = [Name, Text("Data", "How many keys it holds.", item => Count(item, "data") + Count(item, "binaryData")), Age],
        ["secrets"] = [Name, Text("Type", "The type of the secret.", item => item.At("type")), Text("Data", "How many keys it holds.", item => Count(item, "data")), Age],
        ["leases.coordination.k8s.io"] = [Name, Text("Holder", "Who holds the lease.", item => item.TextAt("spec", "holderIdentity") ?? ""), Age],
        ["persistentvolumeclaims"] = ClaimColumns.All,
        ["rolebindings.rbac.authorization.k8s.io"] = [Name, Text("Role", "The role that is bound.", Role), Age],
        ["clusterrolebindings.rbac.authorization.k8s.io"] = [Name, Text("Role", "The role that is bound.", Role), Age],
    };

    static readonly IReadOnlyList<TableColumn> Default =
        [Name, new TableColumn("Created At", "date", "", "When the object was created.", 0, (item, _) => item.At("metadata", "creationTimestamp")?.DeepClone())];

    public static TableColumn Name => new("Name", "string", "name", "The name of the object, unique among its kind in a namespace.", 0,
        (item, _) => item.TextAt("metadata", "name") ?? "");

    public static TableColumn Age => new("Age", "string", "", "The time since the object was created.", 0,
        (item, now) => HumanDuration.Since(item.At("metadata", "creationTimestamp"), now));

    /// <summary>Whether an empty table has null rows, which is so for kinds without columns of their own.</summary>
    public static bool HasOwnColumns(ResourceType type) => type.Custom is not null || BuiltIn.ContainsKey(type.GroupResource);

    public static IReadOnlyList<TableColumn> For(ResourceType type) =>
        type.Custom is { } custom ? CustomColumns.For(custom) : BuiltIn.GetValueOrDefault(type.GroupResource, Default);

    public static TableColumn Text(string name, string description, Func<JsonObject, JsonNode?> read, int priority = 0) =>
        new(name, "string", "", description, priority, (item, _) => Own(read(item)));

    public static TableColumn Integer(string name, string description, params string[] path) =>
        new(name, "integer", "", description, 0, (item, _) => item.NumberAt(path) ?? 0);

    public static TableColumn Since(string name, string description, params string[] path) =>
        new(name, "string", "", description, 0, (item, now) => HumanDuration.Since(item.At(path), now));

    static JsonNode? Own(JsonNode? value) => value?.Parent is null ? value : value.DeepClone();

    static int Count(JsonObject item, string member) => item[member] is JsonObject map ? map.Count : 0;

    static JsonNode Role(JsonObject item) => $"{item.TextAt("roleRef", "kind")}/{item.TextAt("roleRef", "name")}";
}
