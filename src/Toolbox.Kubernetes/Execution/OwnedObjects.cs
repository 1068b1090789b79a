using k8s;
using k8s.Models;
using LanguageExt;
using Toolbox.Core;
using Toolbox.KubernetesApi;
using Toolbox.Manifests;

namespace Toolbox.Kubernetes.Execution;

/// <summary>Creates and deletes the objects of a cluster or job, and only those.</summary>
sealed class OwnedObjects(KubernetesApiClient client)
{
    // As the first toolbox deleted everything: dependents follow by themselves, and a pod gets five seconds.
    const string Propagation = "Background";
    const int GracePeriodSeconds = 5;

    /// <summary>Creates an object under a name that is the same for every retry.</summary>
    /// <param name="isSame">Whether an object of that name that is ours is what this command creates.</param>
    public Task<Outcome> Create<T>(
        ResourceType<T> type, ResourceContext context, Either<ManifestError, T> rendered, Func<T, T, bool> isSame, CancellationToken cancellation)
        where T : class, IKubernetesObject<V1ObjectMeta> =>
        rendered.Match(
            value => Create(type, context, value, isSame, cancellation),
            error => Task.FromResult<Outcome>(new Outcome.Rejected(error.ToString())));

    async Task<Outcome> Create<T>(
        ResourceType<T> type, ResourceContext context, T value, Func<T, T, bool> isSame, CancellationToken cancellation)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        var answer = await client.Create(type, context.Namespace, value, FieldManagers.Update, cancellation);
        return answer is Answer<T>.AlreadyExists
            ? await Compare(type, context, value, isSame, cancellation)
            : Outcomes.From(answer);
    }

    /// <summary>Deletes the object with this uid and no other.</summary>
    public async Task<Outcome> Delete<T>(ResourceType<T> type, string @namespace, string name, string uid, CancellationToken cancellation)
    {
        var options = new DeleteOptions { Uid = uid, PropagationPolicy = Propagation, GracePeriodSeconds = GracePeriodSeconds };
        return Outcomes.OfDeletion(await client.Delete(type, @namespace, name, options, cancellation));
    }

    /// <summary>Deletes an object whose name is all that is known, after a look at whose it is.</summary>
    public async Task<Outcome> DeleteByName<T>(ResourceType<T> type, ResourceContext context, string name, CancellationToken cancellation)
        where T : IKubernetesObject<V1ObjectMeta>
    {
        var answer = await client.Get(type, context.Namespace, name, cancellation);
        if (!answer.IsOk(out var item)) return Outcomes.OfDeletion(answer);
        if (!Ownership.IsMadeFor(item, context.Resource.Uid) && !Ownership.BelongsTo(item, context.ClusterName))
            return new Outcome.Rejected(Ownership.Foreign(type, name));
        return item.Metadata.DeletionTimestamp is not null
            ? new Outcome.Done()
            : await Delete(type, context.Namespace, name, item.Metadata.Uid, cancellation);
    }

    async Task<Outcome> Compare<T>(
        ResourceType<T> type, ResourceContext context, T wanted, Func<T, T, bool> isSame, CancellationToken cancellation)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        var name = wanted.Metadata.Name;
        var answer = await client.Get(type, context.Namespace, name, cancellation);
        if (answer is Answer<T>.NotFound) return new Outcome.Conflict($"{type.Kind} '{name}' has just been deleted");
        if (!answer.IsOk(out var existing)) return Outcomes.From(answer);
        if (!Ownership.IsMadeFor(existing, context.Resource.Uid))
            return Ownership.BelongsTo(existing, context.ClusterName) && existing.Metadata.DeletionTimestamp is not null
                ? new Outcome.Conflict($"an older {type.Kind} '{name}' is still being deleted")
                : new Outcome.Rejected(Ownership.Foreign(type, name));
        if (existing.Metadata.DeletionTimestamp is not null) return new Outcome.Conflict($"{type.Kind} '{name}' is still being deleted");
        return isSame(existing, wanted)
            ? new Outcome.AlreadyThere()
            : new Outcome.Conflict($"{type.Kind} '{name}' is there, but not the one that is needed now");
    }
}
