using System.Text.Json;
using System.Text.Json.Nodes;
using Toolbox.Core.Deployment;
using static Toolbox.Kubernetes.Statuses.StatusValues;

namespace Toolbox.Kubernetes.Statuses;

/// <summary>Writes a FlinkDeployment's status.</summary>
public static class DeploymentStatusPatch
{
    /// <summary>A JSON merge patch of the status with what differs and nothing else; empty when nothing does.</summary>
    public static JsonObject Between(JsonElement before, DeploymentStatus after) => StatusPatch.Between(before, Render(after));

    static JsonObject Render(DeploymentStatus status) => new()
    {
        ["resourceStatus"] = status.ResourceStatus.ToString(),
        ["digest"] = new JsonObject
        {
            ["cluster"] = Part(status.ClusterDigest, ClusterStatusPatch.Digest),
            ["jobs"] = status.JobDigests.IsEmpty && status.ClusterDigest.IsNone ? null : List(status.JobDigests, Job),
        },
        ["timestamp"] = Value(status.Timestamp),
        ["observedGeneration"] = status.ObservedGeneration,
        ["conditions"] = List(status.Conditions, Condition),
        ["decision"] = Part(status.Decision, Decision),
    };

    static JsonObject Job(DeploymentJobDigest job) => new() { ["name"] = job.Name, ["job"] = JobStatusPatch.Digest(job.Digest) };
}
