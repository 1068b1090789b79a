using System.Text.Json.Nodes;
using k8s.Models;

namespace Toolbox.Sandbox.Api.Models;

/// <summary>Members that the Go structures write even when nothing was given, because they lack <c>omitempty</c> or are no pointers.</summary>
static class AlwaysWritten
{
    static readonly string[] Nothing = [];

    static readonly Dictionary<Type, (string[] Objects, string[] Nulls, string[] Texts, string[] Numbers)> Members = new()
    {
        [typeof(V1Pod)] = (["spec", "status"], Nothing, Nothing, Nothing),
        [typeof(V1Container)] = (["resources"], Nothing, Nothing, Nothing),
        [typeof(V1PodTemplateSpec)] = (["metadata", "spec"], Nothing, Nothing, Nothing),
        [typeof(V1PodCondition)] = (Nothing, ["lastProbeTime", "lastTransitionTime"], Nothing, Nothing),
        [typeof(V1ContainerStatus)] = (["state", "lastState"], Nothing, ["image", "imageID"], ["restartCount"]),
        [typeof(V1Service)] = (["spec", "status"], Nothing, Nothing, Nothing),
        [typeof(V1ServiceStatus)] = (["loadBalancer"], Nothing, Nothing, Nothing),
        [typeof(V1ServicePort)] = (Nothing, Nothing, Nothing, ["port"]),
        [typeof(V1Namespace)] = (["spec", "status"], Nothing, Nothing, Nothing),
        [typeof(V1Node)] = (["spec", "status"], Nothing, Nothing, Nothing),
        [typeof(V1PersistentVolumeClaim)] = (["spec", "status"], Nothing, Nothing, Nothing),
        [typeof(V1PersistentVolumeClaimSpec)] = (["resources"], Nothing, Nothing, Nothing),
        [typeof(V1Deployment)] = (["spec", "status"], Nothing, Nothing, Nothing),
        [typeof(V1DeploymentSpec)] = (["strategy", "template"], ["selector"], Nothing, Nothing),
        [typeof(V1ReplicaSet)] = (["spec", "status"], Nothing, Nothing, Nothing),
        [typeof(V1ReplicaSetStatus)] = (Nothing, Nothing, Nothing, ["replicas"]),
        [typeof(V1StatefulSet)] = (["spec", "status"], Nothing, Nothing, Nothing),
        [typeof(V1StatefulSetStatus)] = (Nothing, Nothing, Nothing, ["replicas"]),
        [typeof(V1StatefulSetSpec)] = (["template", "updateStrategy"], ["selector"], Nothing, Nothing),
        [typeof(V1DaemonSet)] = (["spec", "status"], Nothing, Nothing, Nothing),
        [typeof(V1DaemonSetStatus)] = (Nothing, Nothing, Nothing, ["currentNumberScheduled", "numberMisscheduled", "desiredNumberScheduled", "numberReady"]),
        [typeof(V1Job)] = (["spec", "status"], Nothing, Nothing, Nothing),
        [typeof(V1JobCondition)] = (Nothing, ["lastProbeTime", "lastTransitionTime"], Nothing, Nothing),
        [typeof(V1CronJob)] = (["spec", "status"], Nothing, Nothing, Nothing),
        [typeof(V1Lease)] = (["spec"], Nothing, Nothing, Nothing),
        [typeof(V1Role)] = (Nothing, ["rules"], Nothing, Nothing),
        [typeof(V1ClusterRole)] = (Nothing, ["rules"], Nothing, Nothing),
        [typeof(V1PolicyRule)] = (Nothing, ["verbs"], Nothing, Nothing),
        [typeof(V1EndpointSlice)] = (Nothing, ["endpoints", "ports"], Nothing, Nothing),
        [typeof(V1Endpoint)] = (["conditions"], ["addresses"], Nothing, Nothing),
        [typeof(Corev1Event)] = (["involvedObject", "source"], ["firstTimestamp", "lastTimestamp", "eventTime"], ["reportingComponent", "reportingInstance"], Nothing),
        [typeof(V1CustomResourceDefinitionStatus)] = (["acceptedNames"], ["conditions", "storedVersions"], Nothing, Nothing),
        [typeof(V1CustomResourceDefinitionNames)] = (Nothing, Nothing, ["plural", "kind"], Nothing),
    };

    /// <summary>The structures; before the members are decoded, so that theirs are added too.</summary>
    public static void AddStructures(JsonObject node, Type model)
    {
        if (!Members.TryGetValue(model, out var members)) return;
        foreach (var name in members.Objects) if (node[name] is null) node[name] = new JsonObject();
    }

    /// <summary>The other members, after decoding, which drops nulls.</summary>
    public static void AddValues(JsonObject node, Type model)
    {
        if (!Members.TryGetValue(model, out var members)) return;
        foreach (var name in members.Nulls) if (!node.ContainsKey(name)) node[name] = null;
        foreach (var name in members.Texts) if (!node.ContainsKey(name)) node[name] = "";
        foreach (var name in members.Numbers) if (!node.ContainsKey(name)) node[name] = 0;
    }
}
