using k8s.Models;
using LanguageExt;
using Toolbox.Core;
using Toolbox.KubernetesApi;
using Toolbox.Manifests;
using Toolbox.Manifests.CustomResources;

namespace Toolbox.Kubernetes.Execution;

/// <summary>The Deployment of a cluster's supervisor.</summary>
sealed class Supervisors(KubernetesApiClient client, OwnedObjects objects, bool dryRun)
{
    static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    public async Task<Outcome> Apply(ResourceContext context, string digest, int replicas, CancellationToken cancellation)
    {
        var name = ObjectNames.SupervisorDeployment(context.ClusterName);
        var answer = await client.Get(ResourceTypes.Deployments, context.Namespace, name, cancellation);
        if (answer.IsOk(out var existing)) return await Onto(existing, context, digest, replicas, cancellation);
        if (answer is not Answer<V1Deployment>.NotFound) return Outcomes.From(answer);
        return await PredecessorEnds(context, cancellation) is { } outcome
            ? outcome
            : await Apply(context, Render(context, digest, replicas), cancellation);
    }

    public Task<Outcome> Delete(ResourceContext context, CancellationToken cancellation) =>
        objects.DeleteByName(ResourceTypes.Deployments, context, ObjectNames.SupervisorDeployment(context.ClusterName), cancellation);

    async Task<Outcome> Onto(V1Deployment existing, ResourceContext context, string digest, int replicas, CancellationToken cancellation)
    {
        var name = existing.Metadata.Name;
        if (!Ownership.IsMadeFor(existing, context.Resource.Uid) && !Ownership.BelongsTo(existing, context.ClusterName))
            return new Outcome.Rejected(Ownership.Foreign(ResourceTypes.Deployments, name));
        if (existing.Metadata.DeletionTimestamp is not null) return new Outcome.Throttled(LookAgain, $"the supervisor's Deployment '{name}' is still being deleted");
        if (!Predecessor.Made(existing.Spec?.Template?.Spec)) return await Apply(context, Render(context, digest, replicas), cancellation);
        var deleted = await objects.Delete(ResourceTypes.Deployments, context.Namespace, name, existing.Metadata.Uid, cancellation);
        return deleted is Outcome.Done ? new Outcome.Throttled(LookAgain, $"the Deployment '{name}' of an older version is deleted first") : deleted;
    }

    // Its lock is another one than ours, so its last pod must be gone before ours may start.
    async Task<Outcome?> PredecessorEnds(ResourceContext context, CancellationToken cancellation)
    {
        var labels = ObjectLabels.OfRole(context.ClusterName, ObjectRole.Supervisor);
        var selector = string.Join(',', labels.Select(label => $"{label.Key}={label.Value}"));
        var answer = await client.List(ResourceTypes.Pods, context.Namespace, new ListOptions { LabelSelector = selector }, cancellation);
        if (!answer.IsOk(out var pods)) return Outcomes.From(answer);
        return pods.Items.FirstOrDefault(pod => Predecessor.Made(pod.Spec)) is { } pod
            ? new Outcome.Throttled(LookAgain, $"the supervisor pod '{pod.Metadata.Name}' of an older version has not ended yet")
            : null;
    }

    Task<Outcome> Apply(ResourceContext context, Either<ManifestError, V1Deployment> rendered, CancellationToken cancellation) =>
        rendered.Match(
            deployment => Apply(context, deployment, cancellation),
            error => Task.FromResult<Outcome>(new Outcome.Rejected(error.ToString())));

    async Task<Outcome> Apply(ResourceContext context, V1Deployment deployment, CancellationToken cancellation) =>
        Outcomes.From(await client.Apply(
            ResourceTypes.Deployments, context.Namespace, deployment.Metadata.Name, deployment, FieldManagers.Apply, cancellation));

    public string Preview(ResourceContext context, string digest, int replicas) =>
        Render(context, digest, replicas).Match(
            deployment => $"Deployment {deployment.Metadata.Name} with {deployment.Spec.Replicas} replicas and digest {digest}", error => error.ToString());

    Either<ManifestError, V1Deployment> Render(ResourceContext context, string digest, int replicas)
    {
        var identity = new SupervisorDeploymentIdentity(context.Namespace, context.ClusterName, context.Resource.Uid, digest, replicas, dryRun);
        return FlinkClusterSpec.Read(context.Resource.Spec).Bind(spec => SupervisorDeployment.Render(identity, spec));
    }
}
