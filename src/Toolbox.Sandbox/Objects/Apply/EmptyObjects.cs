using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Objects;

/// <summary>
/// What an object of a built-in kind looks like before anything is set: the server compares a create with the encoding of Go's empty struct,
/// in which members without <c>omitempty</c> stand already, so that their parents count as changed, not as added.
/// </summary>
internal static class EmptyObjects
{
    const string PodTemplate = """{"metadata":{},"spec":{"containers":null}}""";

    static readonly Dictionary<string, string> Content = new(StringComparer.Ordinal)
    {
        ["Pod"] = """{"spec":{"containers":null},"status":{}}""",
        ["PodTemplate"] = """{"template":"PodTemplate"}""",
        ["Deployment"] = """{"spec":{"selector":null,"template":"PodTemplate","strategy":{}},"status":{}}""",
        ["ReplicaSet"] = """{"spec":{"selector":null,"template":"PodTemplate"},"status":{"replicas":0}}""",
        ["StatefulSet"] = """{"spec":{"selector":null,"template":"PodTemplate","serviceName":"","updateStrategy":{}},"status":{"replicas":0,"availableReplicas":0}}""",
        ["DaemonSet"] = """{"spec":{"selector":null,"template":"PodTemplate","updateStrategy":{}},"status":{"currentNumberScheduled":0,"numberMisscheduled":0,"desiredNumberScheduled":0,"numberReady":0}}""",
        ["Job"] = """{"spec":{"template":"PodTemplate"},"status":{}}""",
        ["CronJob"] = """{"spec":{"schedule":"","jobTemplate":{"metadata":{},"spec":{"template":"PodTemplate"}}},"status":{}}""",
        ["ReplicationController"] = """{"spec":{},"status":{"replicas":0}}""",
        ["Service"] = """{"spec":{},"status":{"loadBalancer":{}}}""",
        ["Ingress"] = """{"spec":{},"status":{"loadBalancer":{}}}""",
        ["Namespace"] = """{"spec":{},"status":{}}""",
        ["Node"] = """{"spec":{},"status":{"daemonEndpoints":{"kubeletEndpoint":{"Port":0}},"nodeInfo":{}}}""",
        ["PersistentVolume"] = """{"spec":{},"status":{}}""",
        ["PersistentVolumeClaim"] = """{"spec":{"resources":{}},"status":{}}""",
        ["ResourceQuota"] = """{"spec":{},"status":{}}""",
        ["LimitRange"] = """{"spec":{"limits":null}}""",
        ["NetworkPolicy"] = """{"spec":{"podSelector":{}}}""",
        ["PodDisruptionBudget"] = """{"spec":{},"status":{"disruptionsAllowed":0,"currentHealthy":0,"desiredHealthy":0,"expectedPods":0}}""",
        ["HorizontalPodAutoscaler"] = """{"spec":{"scaleTargetRef":{"kind":"","name":""},"maxReplicas":0},"status":{"desiredReplicas":0}}""",
        ["Lease"] = """{"spec":{}}""",
        ["Role"] = """{"rules":null}""",
        ["ClusterRole"] = """{"rules":null}""",
        ["RoleBinding"] = """{"roleRef":{"apiGroup":"","kind":"","name":""}}""",
        ["ClusterRoleBinding"] = """{"roleRef":{"apiGroup":"","kind":"","name":""}}""",
        ["EndpointSlice"] = """{"addressType":"","endpoints":null,"ports":null}""",
        ["Event"] = """{"involvedObject":{},"source":{},"firstTimestamp":null,"lastTimestamp":null,"eventTime":null,"reportingComponent":"","reportingInstance":""}""",
        ["CustomResourceDefinition"] = """{"spec":{"group":"","names":{"plural":"","kind":""},"scope":"","versions":null},"status":{"conditions":null,"acceptedNames":{"plural":"","kind":""},"storedVersions":null}}""",
        ["StorageClass"] = """{"provisioner":""}""",
        ["PriorityClass"] = """{"value":0}""",
        ["ControllerRevision"] = """{"revision":0}""",
        ["TokenRequest"] = """{"spec":{"audiences":null,"expirationSeconds":null,"boundObjectRef":null},"status":{"token":"","expirationTimestamp":null}}""",
        ["SelfSubjectAccessReview"] = """{"spec":{},"status":{"allowed":false}}""",
        ["SubjectAccessReview"] = """{"spec":{},"status":{"allowed":false}}""",
    };

    /// <summary>The empty form of the object's kind; custom resources and unlisted kinds have none.</summary>
    public static JsonObject For(JsonObject @object)
    {
        var kind = StrategicDirectives.Text(@object["kind"]) ?? "";
        var isBuiltIn = CoreSchemas.Find(StrategicDirectives.Text(@object["apiVersion"]) ?? "", kind) is not null;
        var empty = isBuiltIn && Content.TryGetValue(kind, out var content) ? (JsonObject)JsonNode.Parse(content.Replace("\"PodTemplate\"", PodTemplate, StringComparison.Ordinal))! : [];
        empty["metadata"] = new JsonObject();
        return empty;
    }
}
