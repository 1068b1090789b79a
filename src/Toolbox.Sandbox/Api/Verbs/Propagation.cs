using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Api.Resources;

namespace Toolbox.Sandbox.Api.Verbs;

/// <summary>The finalizers by which the garbage collector learns what becomes of dependents.</summary>
static class Propagation
{
    const string Orphan = "orphan";
    const string Foreground = "foregroundDeletion";

    /// <summary>Told to whom deletes a Job without saying what becomes of its pods.</summary>
    public const string JobWarning =
        "child pods are preserved by default when jobs are deleted; set propagationPolicy=Background to remove them or set propagationPolicy=Orphan to suppress this warning";

    public static bool OrphansByDefault(ResourceType type, DeleteOptions options) =>
        type.GroupResource == "jobs.batch" && string.IsNullOrEmpty(options.PropagationPolicy) && options.OrphanDependents is null;

    public static void Apply(ResourceType type, JsonObject metadata, DeleteOptions options)
    {
        var finalizers = metadata.TextsAt("finalizers").ToList();
        var orphan = options.PropagationPolicy == "Orphan" || options.OrphanDependents == true || (OrphansByDefault(type, options) && metadata["deletionTimestamp"] is null);
        var policy = orphan ? Orphan : options.PropagationPolicy == "Foreground" ? Foreground : null;
        if (policy is null && string.IsNullOrEmpty(options.PropagationPolicy) && options.OrphanDependents is null) return;
        finalizers.RemoveAll(name => name is Orphan or Foreground && name != policy);
        if (policy is not null && !finalizers.Contains(policy)) finalizers.Add(policy);
        if (finalizers.Count > 0) metadata["finalizers"] = finalizers.ToJsonArray();
        else metadata.Remove("finalizers");
    }
}
