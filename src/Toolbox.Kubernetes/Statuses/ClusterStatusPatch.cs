using System.Text.Json;
using System.Text.Json.Nodes;
using Toolbox.Core.Cluster;
using static Toolbox.Kubernetes.Statuses.StatusValues;

namespace Toolbox.Kubernetes.Statuses;

/// <summary>Writes a FlinkCluster's status.</summary>
public static class ClusterStatusPatch
{
    /// <summary>A JSON merge patch of the status with what differs and nothing else; empty when nothing does.</summary>
    public static JsonObject Between(JsonElement before, ClusterStatus after) => StatusPatch.Between(before, Render(after));

    static JsonObject Render(ClusterStatus status) => new()
    {
        ["resourceStatus"] = status.ResourceStatus.ToString(),
        ["supervisorStatus"] = status.SupervisorStatus.ToString(),
        ["clusterHealth"] = status.ClusterHealth,
        ["labelSelector"] = status.LabelSelector,
        ["serviceMode"] = Value(status.ServiceMode),
        ["taskManagers"] = status.TaskManagers,
        ["taskSlots"] = status.TaskSlots,
        ["taskManagerReplicas"] = status.TaskManagerReplicas,
        ["totalTaskSlots"] = status.TotalTaskSlots,
        ["rescaleTimestamp"] = Value(status.RescaleTimestamp),
        ["digest"] = Part(status.Digest, Digest),
        ["timestamp"] = Value(status.Timestamp),
        ["observedGeneration"] = status.ObservedGeneration,
        ["conditions"] = List(status.Conditions, Condition),
        ["decision"] = Part(status.Decision, Decision),
        ["request"] = Part(status.Request, Request),
        ["progress"] = new JsonObject
        {
            ["intent"] = Value(status.StopIntent),
            ["withoutSavepoint"] = NullIfFalse(status.WithoutSavepoint),
            ["unreachableSince"] = Value(status.UnreachableSince),
        },
        ["attempt"] = status.Attempt,
        ["jobManager"] = NullIfEmpty(status.JobManager),
        ["scaling"] = Part(status.Scaling, Scaling),
        ["refusal"] = NullIfEmpty(status.Refusal),
    };

    internal static JsonObject Digest(ClusterDigest digest) => new()
    {
        ["runtime"] = digest.Runtime,
        ["jobManager"] = digest.JobManager,
        ["taskManager"] = digest.TaskManager,
        ["supervisor"] = digest.Supervisor,
    };

    static JsonObject Scaling(ScalingMemory scaling) => new()
    {
        ["declared"] = scaling.Declared,
        ["needed"] = scaling.Needed,
        ["target"] = scaling.Target,
    };
}
