using System.Text.Json;
using LanguageExt;
using Toolbox.Core.Cluster;
using Toolbox.Core.Resources;
using static LanguageExt.Prelude;

namespace Toolbox.Kubernetes.Statuses;

/// <summary>Reads a FlinkCluster's status as this or an older version wrote it.</summary>
public static class ClusterStatusReading
{
    /// <param name="status">The resource's <c>status</c>; undefined reads as <see cref="ClusterStatus.Empty"/>.</param>
    public static ClusterStatus Read(JsonElement status) => new()
    {
        ResourceStatus = status.Choice<ResourceStatus>("resourceStatus").IfNone(ResourceStatus.Unknown),
        SupervisorStatus = status.Choice<SupervisorStatus>("supervisorStatus").IfNone(SupervisorStatus.Unknown),
        ClusterHealth = status.Text("clusterHealth"),
        LabelSelector = status.Text("labelSelector"),
        ServiceMode = status.Choice<ServiceMode>("serviceMode"),
        TaskManagers = status.Number("taskManagers"),
        TaskSlots = status.Number("taskSlots"),
        TaskManagerReplicas = status.Number("taskManagerReplicas"),
        TotalTaskSlots = status.Number("totalTaskSlots"),
        RescaleTimestamp = status.Time("rescaleTimestamp"),
        Digest = Digest(status.Field("digest")),
        Timestamp = status.Time("timestamp"),
        ObservedGeneration = status.LongNumber("observedGeneration"),
        Conditions = SharedStatusReading.Conditions(status),
        Decision = SharedStatusReading.Decision(status),
        Request = SharedStatusReading.Request(status),
        StopIntent = SharedStatusReading.Intent(status),
        WithoutSavepoint = status.Field("progress").Flag("withoutSavepoint"),
        Attempt = status.Number("attempt"),
        JobManager = status.Text("jobManager"),
        UnreachableSince = status.Field("progress").Time("unreachableSince"),
        Scaling = Scaling(status.Field("scaling")),
        Refusal = status.Text("refusal"),
    };

    internal static Option<ClusterDigest> Digest(JsonElement digest) => digest.IsObject()
        ? new ClusterDigest(digest.Text("runtime"), digest.Text("jobManager"), digest.Text("taskManager"), digest.Text("supervisor"))
        : None;

    static Option<ScalingMemory> Scaling(JsonElement scaling) => scaling.IsObject()
        ? new ScalingMemory(scaling.Number("declared"), scaling.Number("needed"), scaling.Number("target"))
        : None;
}
