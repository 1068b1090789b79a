using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;

namespace Toolbox.Sandbox.Api;

/// <summary>What a fresh server holds: its four namespaces and the service through which pods find it.</summary>
static class InitialObjects
{
    static readonly string[] Namespaces = ["default", "kube-node-lease", "kube-public", "kube-system"];

    public static void Create(ApiState state)
    {
        foreach (var name in Namespaces)
        {
            Put(state, "namespaces", new JsonObject
            {
                ["kind"] = "Namespace",
                ["apiVersion"] = "v1",
                ["metadata"] = Metadata(state, name, null, "kubernetes.io/metadata.name", name),
                ["spec"] = new JsonObject { ["finalizers"] = new JsonArray("kubernetes") },
                ["status"] = new JsonObject { ["phase"] = "Active" },
            });
        }
        Put(state, "services", new JsonObject
        {
            ["kind"] = "Service",
            ["apiVersion"] = "v1",
            ["metadata"] = Metadata(state, "kubernetes", "default", "provider", "kubernetes"),
            ["spec"] = new JsonObject
            {
                ["ports"] = new JsonArray(new JsonObject { ["name"] = "https", ["protocol"] = "TCP", ["port"] = 443, ["targetPort"] = 6443 }),
                ["clusterIP"] = "10.96.0.1",
                ["clusterIPs"] = new JsonArray("10.96.0.1"),
                ["type"] = "ClusterIP",
                ["sessionAffinity"] = "None",
                ["ipFamilies"] = new JsonArray("IPv4"),
                ["ipFamilyPolicy"] = "SingleStack",
                ["internalTrafficPolicy"] = "Cluster",
            },
            ["status"] = new JsonObject { ["loadBalancer"] = new JsonObject() },
        });
    }

    static JsonObject Metadata(ApiState state, string name, string? @namespace, string label, string value)
    {
        var metadata = new JsonObject { ["name"] = name };
        if (@namespace is not null) metadata["namespace"] = @namespace;
        metadata["uid"] = Guid.NewGuid().ToString();
        metadata["creationTimestamp"] = state.Now;
        metadata["labels"] = new JsonObject { [label] = value };
        return metadata;
    }

    // What a data directory has kept stays as it was.
    static void Put(ApiState state, string plural, JsonObject content)
    {
        var collection = state.Objects(state.Catalog.View.Require("", plural));
        if (collection.Find(content.TextAt("metadata", "namespace") ?? "", content.TextAt("metadata", "name")!) is null)
            state.Store.Put(collection, content, null, typed: true);
    }
}
