using System.Globalization;
using System.Text.Json.Nodes;
using Toolbox.KubernetesApi;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Controllers.Machinery;

namespace Toolbox.Sandbox.Controllers.Deployments;

/// <summary>Creates, scales and prunes the replica sets of a deployment.</summary>
sealed class ReplicaSetWriter(ControllerContext context, Action<JsonObject, string, string> tell)
{
    const string DesiredAnnotation = "deployment.kubernetes.io/desired-replicas";
    const string MostAnnotation = "deployment.kubernetes.io/max-replicas";

    // What kubectl and we keep on the deployment for ourselves does not concern its replica sets.
    static readonly string[] KeptBack =
        ["kubectl.kubernetes.io/last-applied-configuration", Rollout.RevisionAnnotation, DesiredAnnotation, MostAnnotation];

    readonly ResourceCache<JsonObject> _sets = context.Caches.Of(Resources.ReplicaSets);

    /// <summary>The set of the present template, created or brought to the newest revision if need be.</summary>
    public async Task<JsonObject> EnsureNew(Rollout rollout, int replicas, CancellationToken cancellation)
    {
        if (rollout.New is { } present) return await Annotate(rollout, present, cancellation);
        var set = Render(rollout, replicas);
        var @namespace = ObjectMetadata.Key(rollout.Deployment).Namespace;
        var answer = await context.Client.Create(Resources.ReplicaSets, @namespace, set, ControllerContext.Manager, cancellation);
        var created = answer.OrRetry($"creating replica set {set.TextAt("metadata", "name")}");
        _sets.Offer(created);
        if (replicas > 0) tell(rollout.Deployment, "ScalingReplicaSet", $"Scaled up replica set {created.TextAt("metadata", "name")} from 0 to {replicas}");
        return created;
    }

    /// <summary>True when the size had to be changed.</summary>
    public async Task<bool> Scale(Rollout rollout, JsonObject set, int replicas, CancellationToken cancellation)
    {
        var before = Rollout.Replicas(set);
        if (before == replicas) return false;
        var next = set.Copy();
        next.Child("spec")["replicas"] = replicas;
        SetLimits(next, rollout);
        await Replace(next, cancellation);
        tell(rollout.Deployment, "ScalingReplicaSet",
            $"Scaled {(replicas > before ? "up" : "down")} replica set {set.TextAt("metadata", "name")} from {before} to {replicas}");
        return true;
    }

    /// <summary>A paused deployment does not roll, but its one active set follows the number of replicas.</summary>
    public async Task ScaleWhilePaused(Rollout rollout, CancellationToken cancellation)
    {
        var active = rollout.All.Where(set => Rollout.Replicas(set) > 0).ToList();
        var target = active.Count == 1 ? active[0] : active.Count == 0 ? rollout.New : null;
        if (target is not null) await Scale(rollout, target, rollout.Desired, cancellation);
    }

    /// <summary>Removes the oldest empty sets beyond the history that the deployment wants kept.</summary>
    public async Task PruneHistory(Rollout rollout, CancellationToken cancellation)
    {
        var limit = (int)(rollout.Deployment.NumberAt("spec", "revisionHistoryLimit") ?? 10);
        var empty = rollout.Old.Where(set => Rollout.Replicas(set) == 0 && Rollout.Count(set, "replicas") == 0 && !Pods.IsDeleting(set))
            .OrderBy(Rollout.Revision).ToList();
        foreach (var set in empty.Take(Math.Max(0, empty.Count - limit)))
        {
            var key = ObjectMetadata.Key(set);
            (await context.Client.Delete(Resources.ReplicaSets, key.Namespace, key.Name, new DeleteOptions { Uid = ObjectMetadata.Uid(set) }, cancellation))
                .DoneOrGone($"deleting replica set {key}");
        }
    }

    async Task<JsonObject> Annotate(Rollout rollout, JsonObject set, CancellationToken cancellation)
    {
        var next = set.Copy();
        CopyAnnotations(rollout.Deployment, next);
        SetLimits(next, rollout);
        var revision = rollout.NextRevision;
        if (Rollout.Revision(set) < revision) next.Child("metadata").Child("annotations")[Rollout.RevisionAnnotation] = $"{revision}";
        return next.SameAs(set) ? set : await Replace(next, cancellation);
    }

    JsonObject Render(Rollout rollout, int replicas)
    {
        var deployment = rollout.Deployment;
        var template = deployment.At("spec", "template")!.DeepClone().AsObject();
        var hash = TemplateHash.Of(template, deployment.NumberAt("status", "collisionCount") ?? 0);
        template.Child("metadata").Child("labels")[TemplateHash.Label] = hash;
        var selector = deployment.At("spec", "selector")!.DeepClone().AsObject();
        selector.Child("matchLabels")[TemplateHash.Label] = hash;
        var set = new JsonObject
        {
            ["apiVersion"] = Resources.ReplicaSets.ApiVersion,
            ["kind"] = Resources.ReplicaSets.Kind,
            ["metadata"] = new JsonObject
            {
                ["name"] = $"{deployment.TextAt("metadata", "name")}-{hash}",
                ["labels"] = template.At("metadata", "labels")!.DeepClone(),
                ["ownerReferences"] = new JsonArray(Owners.Reference(deployment)),
            },
            ["spec"] = new JsonObject { ["replicas"] = replicas, ["selector"] = selector, ["template"] = template },
        };
        if (deployment.NumberAt("spec", "minReadySeconds") is > 0 and var seconds) set.Child("spec")["minReadySeconds"] = seconds;
        CopyAnnotations(deployment, set);
        SetLimits(set, rollout);
        set.Child("metadata").Child("annotations")[Rollout.RevisionAnnotation] = $"{rollout.NextRevision}";
        return set;
    }

    static void CopyAnnotations(JsonObject deployment, JsonObject set)
    {
        foreach (var (name, value) in deployment.PairsAt("metadata", "annotations"))
            if (!KeptBack.Contains(name)) set.Child("metadata").Child("annotations")[name] = value;
    }

    static void SetLimits(JsonObject set, Rollout rollout)
    {
        var annotations = set.Child("metadata").Child("annotations");
        annotations[DesiredAnnotation] = rollout.Desired.ToString(CultureInfo.InvariantCulture);
        annotations[MostAnnotation] = rollout.Most.ToString(CultureInfo.InvariantCulture);
    }

    async Task<JsonObject> Replace(JsonObject next, CancellationToken cancellation)
    {
        var key = ObjectMetadata.Key(next);
        var written = (await context.Client.Replace(Resources.ReplicaSets, key.Namespace, next, ControllerContext.Manager, cancellation))
            .OrRetry($"updating replica set {key}");
        _sets.Offer(written);
        return written;
    }
}
