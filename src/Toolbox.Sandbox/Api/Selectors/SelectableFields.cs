using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Api.Refusals;
using Toolbox.Sandbox.Api.Resources;

namespace Toolbox.Sandbox.Api.Selectors;

/// <summary>Which fields a field selector may name, per resource, and how they read.</summary>
static class SelectableFields
{
    static readonly Dictionary<string, string[]> Declared = new(StringComparer.Ordinal)
    {
        ["pods"] =
        [
            "spec.nodeName", "spec.restartPolicy", "spec.schedulerName", "spec.serviceAccountName", "spec.hostNetwork",
            "status.phase", "status.podIP", "status.podIPs", "status.nominatedNodeName",
        ],
        ["events"] =
        [
            "involvedObject.kind", "involvedObject.namespace", "involvedObject.name", "involvedObject.uid", "involvedObject.apiVersion",
            "involvedObject.resourceVersion", "involvedObject.fieldPath", "reason", "reportingComponent", "source", "type",
        ],
        ["events.events.k8s.io"] = ["regarding.kind", "regarding.namespace", "regarding.name", "regarding.uid", "reason", "reportingController", "type"],
        ["namespaces"] = ["status.phase"],
        ["nodes"] = ["spec.unschedulable"],
        ["secrets"] = ["type"],
        ["services"] = ["spec.clusterIP", "spec.type"],
        ["replicationcontrollers"] = ["status.replicas"],
        ["replicasets.apps"] = ["status.replicas"],
        ["jobs.batch"] = ["status.successful"],
    };

    /// <exception cref="RequestRefused">400 when the resource does not offer the field.</exception>
    public static void Check(ResourceType type, string field)
    {
        if (field is "metadata.name" or "metadata.namespace") return;
        var declared = type.Custom?.SelectableFields ?? Declared.GetValueOrDefault(type.GroupResource);
        if (declared is null)
            throw Refuse.BadRequest($"\"{field}\" is not a known field selector: only \"metadata.name\", \"metadata.namespace\"");
        if (!declared.Contains(field)) throw Refuse.BadRequest($"field label not supported: {field}");
    }

    /// <summary>The field as text; absent reads as empty, except for the numbers and flags that have a zero value.</summary>
    public static string Read(JsonObject content, string field)
    {
        // Events are stored in the form of core/v1.
        if (field.StartsWith("regarding.", StringComparison.Ordinal)) field = "involvedObject." + field["regarding.".Length..];
        else if (field == "reportingController") field = "reportingComponent";
        if (field == "source" && content.At("source") is JsonObject source) return source.TextAt("component") ?? "";
        var value = content.At(field.Split('.'));
        return value switch
        {
            null => field switch
            {
                "status.successful" or "status.replicas" => "0",
                "spec.unschedulable" or "spec.hostNetwork" => "false",
                _ => "",
            },
            JsonValue when value.AsText() is { } text => text,
            _ => value.ToJsonString(),
        };
    }
}
