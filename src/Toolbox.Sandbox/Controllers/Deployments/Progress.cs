using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Controllers.Machinery;

namespace Toolbox.Sandbox.Controllers.Deployments;

/// <summary>The condition Progressing: created, moving, done, or stuck beyond the deadline.</summary>
static class Progress
{
    /// <returns>How long until the deadline, while something is under way.</returns>
    public static TimeSpan? Set(Conditions conditions, Rollout rollout, JsonObject status, DateTimeOffset now)
    {
        var name = rollout.New.TextAt("metadata", "name") ?? "";
        var before = conditions.Find("Progressing");
        if (rollout.Paused)
        {
            conditions.Set("Progressing", "Unknown", "DeploymentPaused", "Deployment is paused");
            return null;
        }
        if (DeploymentStatus.IsComplete(rollout))
        {
            conditions.Set("Progressing", "True", "NewReplicaSetAvailable", $"ReplicaSet \"{name}\" has successfully progressed.", touch: NotYetTold(before, name));
            return null;
        }
        if (rollout.New is null) return null;
        if (before is null || before.TextAt("reason") is "DeploymentPaused" || (before.TextAt("reason") == "NewReplicaSetAvailable" && NotYetTold(before, name)))
            conditions.Set("Progressing", "True", "NewReplicaSetCreated", $"Created new replica set \"{name}\"");
        else if (HasMoved(rollout.Deployment, status))
            conditions.Set("Progressing", "True", "ReplicaSetUpdated", $"ReplicaSet \"{name}\" is progressing.", touch: true);
        else return Deadline(conditions, rollout, name, now);
        return Limit(rollout);
    }

    static TimeSpan? Deadline(Conditions conditions, Rollout rollout, string name, DateTimeOffset now)
    {
        var condition = conditions.Find("Progressing");
        if (condition.TextAt("reason") is "ProgressDeadlineExceeded" or "NewReplicaSetAvailable" || Limit(rollout) is not { } limit) return null;
        var left = (condition.TimeAt("lastUpdateTime") ?? now) + limit - now;
        if (left > TimeSpan.Zero) return left;
        conditions.Set("Progressing", "False", "ProgressDeadlineExceeded", $"ReplicaSet \"{name}\" has timed out progressing.");
        return null;
    }

    // A deadline of the largest integer means none.
    static TimeSpan? Limit(Rollout rollout) =>
        rollout.Deployment.NumberAt("spec", "progressDeadlineSeconds") is { } seconds and < int.MaxValue ? TimeSpan.FromSeconds(seconds) : null;

    static bool NotYetTold(JsonObject? condition, string name) =>
        condition.TextAt("message")?.Contains($"\"{name}\"", StringComparison.Ordinal) != true;

    static bool HasMoved(JsonObject deployment, JsonObject status)
    {
        long Then(string name) => deployment.NumberAt("status", name) ?? 0;
        long Now(string name) => status.NumberAt(name) ?? 0;
        return Now("updatedReplicas") > Then("updatedReplicas") || Now("readyReplicas") > Then("readyReplicas")
            || Now("availableReplicas") > Then("availableReplicas")
            || Now("replicas") - Now("updatedReplicas") < Then("replicas") - Then("updatedReplicas");
    }
}
