using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Controllers.Deployments;

/// <summary>How many pods each set of a rolling update may have now.</summary>
static class RollingUpdate
{
    /// <summary>The new set grows as long as there are not more pods than allowed, and shrinks to what is asked for.</summary>
    public static int NewReplicas(Rollout rollout, JsonObject? present)
    {
        var now = present is null ? 0 : Rollout.Replicas(present);
        if (now >= rollout.Desired) return rollout.Desired;
        var all = rollout.Old.Sum(Rollout.Replicas) + now;
        return all >= rollout.Most ? now : now + Math.Min(rollout.Most - all, rollout.Desired - now);
    }

    /// <summary>The old sets shrink: first by pods that do not work anyway, then as far as enough pods stay available.</summary>
    public static IEnumerable<(JsonObject Set, int Replicas)> OldReplicas(Rollout rollout, JsonObject present)
    {
        var sizes = rollout.Old.ToDictionary(set => set, Rollout.Replicas);
        var newUnavailable = Rollout.Replicas(present) - Rollout.Count(present, "availableReplicas");
        var least = rollout.Desired - rollout.Unavailable;
        var toRemove = sizes.Values.Sum() + Rollout.Replicas(present) - least - newUnavailable;
        foreach (var set in rollout.Old)
        {
            var unhealthy = Math.Max(0, Math.Min(sizes[set] - Rollout.Count(set, "availableReplicas"), toRemove));
            sizes[set] -= unhealthy;
            toRemove -= unhealthy;
        }
        var spare = Rollout.Sum(rollout.Old, "availableReplicas") + Rollout.Count(present, "availableReplicas") - least;
        foreach (var set in rollout.Old)
        {
            var healthy = Math.Max(0, Math.Min(sizes[set], Math.Min(spare, toRemove)));
            sizes[set] -= healthy;
            (spare, toRemove) = (spare - healthy, toRemove - healthy);
        }
        return rollout.Old.Select(set => (set, sizes[set]));
    }
}
