using System.Text.Json;
using Toolbox.Core.Deployment;
using Toolbox.Core.Resources;

namespace Toolbox.Kubernetes.Statuses;

/// <summary>Reads a FlinkDeployment's status as this or an older version wrote it.</summary>
public static class DeploymentStatusReading
{
    /// <param name="status">The resource's <c>status</c>; undefined reads as <see cref="DeploymentStatus.Empty"/>.</param>
    public static DeploymentStatus Read(JsonElement status) => new()
    {
        ResourceStatus = status.Choice<ResourceStatus>("resourceStatus").IfNone(ResourceStatus.Unknown),
        ClusterDigest = ClusterStatusReading.Digest(status.Field("digest").Field("cluster")),
        JobDigests = status.Field("digest").Items("jobs", Job),
        Timestamp = status.Time("timestamp"),
        ObservedGeneration = status.LongNumber("observedGeneration"),
        Conditions = SharedStatusReading.Conditions(status),
        Decision = SharedStatusReading.Decision(status),
    };

    static DeploymentJobDigest Job(JsonElement item) =>
        new(item.Text("name"), JobStatusReading.Digest(item.Field("job")).IfNone(() => new("", "", "")));
}
