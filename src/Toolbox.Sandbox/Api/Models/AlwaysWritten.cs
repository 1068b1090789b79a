using System.Text.Json.Nodes;
namespace Toolbox.Sandbox.Api.Models;

/// <summary>Members that the Go structures write even when nothing was given, because they lack <c>omitempty</c> or are no pointers.</summary>
static class AlwaysWritten
{
    static readonly string[] Nothing = [];

    static readonly Dictionary<string, (string[] Objects, string[] Nulls, string[] Texts, string[] Numbers)> Members = new(StringComparer.Ordinal)
    {
        ["Pod"] = (["spec", "status"], Nothing, Nothing, Nothing),
        ["Container"] = (["resources"], Nothing, Nothing, Nothing),
        ["PodTemplateSpec"] = (["metadata", "spec"], Nothing, Nothing, Nothing),
        ["PodCondition"] = (Nothing, ["lastProbeTime", "lastTransitionTime"], Nothing, Nothing),
        ["ContainerStatus"] = (["state", "lastState"], Nothing, ["image", "imageID"], ["restartCount"]),
        ["Service"] = (["spec", "status"], Nothing, Nothing, Nothing),
        ["ServiceStatus"] = (["loadBalancer"], Nothing, Nothing, Nothing),
        ["ServicePort"] = (Nothing, Nothing, Nothing, ["port"]),
        ["Namespace"] = (["spec", "status"], Nothing, Nothing, Nothing),
        ["Node"] = (["spec", "status"], Nothing, Nothing, Nothing),
        ["PersistentVolumeClaim"] = (["spec", "status"], Nothing, Nothing, Nothing),
        ["PersistentVolumeClaimSpec"] = (["resources"], Nothing, Nothing, Nothing),
        ["Deployment"] = (["spec", "status"], Nothing, Nothing, Nothing),
        ["DeploymentSpec"] = (["strategy", "template"], ["selector"], Nothing, Nothing),
        ["ReplicaSet"] = (["spec", "status"], Nothing, Nothing, Nothing),
        ["ReplicaSetStatus"] = (Nothing, Nothing, Nothing, ["replicas"]),
        ["StatefulSet"] = (["spec", "status"], Nothing, Nothing, Nothing),
        ["StatefulSetStatus"] = (Nothing, Nothing, Nothing, ["replicas"]),
        ["StatefulSetSpec"] = (["template", "updateStrategy"], ["selector"], Nothing, Nothing),
        ["DaemonSet"] = (["spec", "status"], Nothing, Nothing, Nothing),
        ["DaemonSetStatus"] = (Nothing, Nothing, Nothing, ["currentNumberScheduled", "numberMisscheduled", "desiredNumberScheduled", "numberReady"]),
        ["Job"] = (["spec", "status"], Nothing, Nothing, Nothing),
        ["JobCondition"] = (Nothing, ["lastProbeTime", "lastTransitionTime"], Nothing, Nothing),
        ["CronJob"] = (["spec", "status"], Nothing, Nothing, Nothing),
        ["Lease"] = (["spec"], Nothing, Nothing, Nothing),
        ["Role"] = (Nothing, ["rules"], Nothing, Nothing),
        ["ClusterRole"] = (Nothing, ["rules"], Nothing, Nothing),
        ["PolicyRule"] = (Nothing, ["verbs"], Nothing, Nothing),
        ["EndpointSlice"] = (Nothing, ["endpoints", "ports"], Nothing, Nothing),
        ["Endpoint"] = (["conditions"], ["addresses"], Nothing, Nothing),
        ["Event"] = (["involvedObject", "source"], ["firstTimestamp", "lastTimestamp", "eventTime"], ["reportingComponent", "reportingInstance"], Nothing),
        ["CustomResourceDefinitionStatus"] = (["acceptedNames"], ["conditions", "storedVersions"], Nothing, Nothing),
        ["CustomResourceDefinitionNames"] = (Nothing, Nothing, ["plural", "kind"], Nothing),
    };

    /// <summary>The structures; before the members are decoded, so that theirs are added too.</summary>
    public static void AddStructures(JsonObject node, string model)
    {
        if (!Members.TryGetValue(model, out var members)) return;
        foreach (var name in members.Objects) if (node[name] is null) node[name] = new JsonObject();
    }

    /// <summary>The other members, after decoding, which drops nulls.</summary>
    public static void AddValues(JsonObject node, string model)
    {
        if (!Members.TryGetValue(model, out var members)) return;
        foreach (var name in members.Nulls) if (!node.ContainsKey(name)) node[name] = null;
        foreach (var name in members.Texts) if (!node.ContainsKey(name)) node[name] = "";
        foreach (var name in members.Numbers) if (!node.ContainsKey(name)) node[name] = 0;
    }
}
