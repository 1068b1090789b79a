using System.Text.Json.Nodes;
using Toolbox.KubernetesApi;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Controllers.Machinery;

namespace Toolbox.Sandbox.Controllers.Deployments;

/// <summary>Moves a Deployment from its old pod template to the present one, by the strategy that it asks for, and tells how far it is.</summary>
sealed class DeploymentController : Controller
{
    readonly ResourceCache<JsonObject> _deployments;
    readonly ResourceCache<JsonObject> _sets;
    readonly ResourceCache<JsonObject> _pods;
    readonly Adoption _adoption;
    readonly ReplicaSetWriter _writer;

    public DeploymentController(ControllerContext context) : base(context, "deployment-controller")
    {
        _deployments = context.Caches.Of(Resources.Deployments);
        _sets = context.Caches.Of(Resources.ReplicaSets);
        _pods = context.Caches.Of(Resources.Pods);
        _adoption = new Adoption(context, Resources.ReplicaSets);
        _writer = new ReplicaSetWriter(context, Normal);
    }

    protected override IEnumerable<Task> Sources(CancellationToken cancellation) =>
    [
        Follow(_deployments, change => [change.Key], cancellation),
        Follow(_sets, change => Owners.ControllerKey(change.Subject, Resources.Deployments), cancellation),
        // Recreate waits for the last old pod to be gone.
        Follow(_pods, change => change is ResourceChange<JsonObject>.Deleted ? Grandparent(change.Subject) : [], cancellation),
    ];

    IEnumerable<ObjectKey> Grandparent(JsonObject pod) => Owners.ControllerKey(pod, Resources.ReplicaSets)
        .SelectMany(key => _sets.Get(key) is { } set ? Owners.ControllerKey(set, Resources.Deployments) : []);

    protected override async Task<TimeSpan?> Reconcile(ObjectKey key, CancellationToken cancellation)
    {
        await Task.WhenAll(_deployments.WhenSynced, _sets.WhenSynced, _pods.WhenSynced).WaitAsync(cancellation);
        if (_deployments.Get(key) is not { } deployment) return null;
        var rollout = new Rollout(deployment, await _adoption.Claim(deployment, cancellation));
        if (!Pods.IsDeleting(deployment)) await Step(rollout, cancellation);
        // The sets as they are after the step, so that the status tells the newest truth.
        var after = new Rollout(deployment, _sets.InNamespace(key.Namespace).Values.Where(set => Owners.IsControlledBy(set, deployment)));
        return await WriteStatus(after, cancellation);
    }

    async Task Step(Rollout rollout, CancellationToken cancellation)
    {
        if (rollout.Paused) await _writer.ScaleWhilePaused(rollout, cancellation);
        else if (rollout.Recreates) await Recreate(rollout, cancellation);
        else await Roll(rollout, cancellation);
        if (!rollout.Paused && DeploymentStatus.IsComplete(rollout)) await _writer.PruneHistory(rollout, cancellation);
    }

    async Task Recreate(Rollout rollout, CancellationToken cancellation)
    {
        foreach (var set in rollout.Old) await _writer.Scale(rollout, set, 0, cancellation);
        var namespaced = _pods.InNamespace(ObjectMetadata.Key(rollout.Deployment).Namespace).Values;
        if (namespaced.Any(pod => !Pods.IsFinished(pod) && Rollout.Owns(rollout.Deployment, pod, rollout.Old))) return;
        var present = await _writer.EnsureNew(rollout, rollout.Desired, cancellation);
        await _writer.Scale(rollout, present, rollout.Desired, cancellation);
    }

    async Task Roll(Rollout rollout, CancellationToken cancellation)
    {
        var present = await _writer.EnsureNew(rollout, RollingUpdate.NewReplicas(rollout, rollout.New), cancellation);
        if (await _writer.Scale(rollout, present, RollingUpdate.NewReplicas(rollout, present), cancellation)) return;
        foreach (var (set, replicas) in RollingUpdate.OldReplicas(rollout, present))
            await _writer.Scale(rollout, set, replicas, cancellation);
    }

    async Task<TimeSpan?> WriteStatus(Rollout rollout, CancellationToken cancellation)
    {
        var (status, again) = DeploymentStatus.Of(rollout, Context.Time.GetUtcNow());
        var next = rollout.Deployment.Copy();
        next["status"] = status;
        if (rollout.New is { } present && Rollout.Revision(present) is > 0 and var revision)
            next.Child("metadata").Child("annotations")[Rollout.RevisionAnnotation] = $"{revision}";
        if (next.SameAs(rollout.Deployment)) return again;
        var answer = await Client.ReplaceStatus(
            Resources.Deployments, ObjectMetadata.Key(next).Namespace, next, ControllerContext.Manager, cancellation);
        if (answer.IsOk(out var written)) _deployments.Offer(written);
        else if (answer is not (Answer<JsonObject>.Conflict or Answer<JsonObject>.NotFound)) answer.OrRetry("status");
        return again;
    }
}
