using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;

namespace Toolbox.Sandbox.Controllers.Deployments;

/// <summary>The status of a deployment, from its replica sets.</summary>
static class DeploymentStatus
{
    /// <summary>Every pod is of the present template, available, and none is too many.</summary>
    public static bool IsComplete(Rollout rollout) =>
        Rollout.Count(rollout.New, "replicas") == rollout.Desired && Rollout.Sum(rollout.All, "replicas") == rollout.Desired
        && Rollout.Sum(rollout.All, "availableReplicas") == rollout.Desired && rollout.New is not null;

    /// <returns>The status, and when the deadline for progress has to be looked at.</returns>
    public static (JsonObject Status, TimeSpan? Again) Of(Rollout rollout, DateTimeOffset now)
    {
        var total = Rollout.Sum(rollout.All, "replicas");
        var available = Rollout.Sum(rollout.All, "availableReplicas");
        var status = new JsonObject { ["observedGeneration"] = rollout.Deployment.NumberAt("metadata", "generation") ?? 0 };
        Count(status, "replicas", total);
        Count(status, "updatedReplicas", Rollout.Count(rollout.New, "replicas"));
        Count(status, "readyReplicas", Rollout.Sum(rollout.All, "readyReplicas"));
        Count(status, "availableReplicas", available);
        // What the sets will have counts too: a set that was just created has not told its pods yet.
        Count(status, "unavailableReplicas", Math.Max(Math.Max(total, rollout.All.Sum(Rollout.Replicas)) - available, 0));
        status["terminatingReplicas"] = Rollout.Sum(rollout.All, "terminatingReplicas");
        if (rollout.Deployment.NumberAt("status", "collisionCount") is { } collisions) status["collisionCount"] = collisions;
        var conditions = new Conditions(rollout.Deployment, now);
        Available(conditions, rollout, available);
        var again = Progress.Set(conditions, rollout, status, now);
        Failure(conditions, rollout);
        status["conditions"] = conditions.ToJson();
        return (status, again);
    }

    static void Available(Conditions conditions, Rollout rollout, int available)
    {
        if (available >= rollout.Desired - rollout.Unavailable)
            conditions.Set("Available", "True", "MinimumReplicasAvailable", "Deployment has minimum availability.");
        else
            conditions.Set("Available", "False", "MinimumReplicasUnavailable", "Deployment does not have minimum availability.");
    }

    static void Failure(Conditions conditions, Rollout rollout)
    {
        var failure = rollout.All.SelectMany(set => set.ObjectsAt("status", "conditions"))
            .FirstOrDefault(condition => condition.TextAt("type") == "ReplicaFailure");
        if (failure is null) conditions.Remove("ReplicaFailure");
        else conditions.Set("ReplicaFailure", failure.TextAt("status") ?? "True", failure.TextAt("reason") ?? "", failure.TextAt("message") ?? "");
    }

    static void Count(JsonObject status, string name, int count)
    {
        if (count > 0) status[name] = count;
    }
}
