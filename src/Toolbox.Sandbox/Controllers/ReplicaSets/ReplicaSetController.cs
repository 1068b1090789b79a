using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Toolbox.KubernetesApi;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Controllers.Machinery;

namespace Toolbox.Sandbox.Controllers.ReplicaSets;

/// <summary>Keeps as many pods as a ReplicaSet asks for and tells in its status how they are.</summary>
sealed class ReplicaSetController : Controller
{
    // As many pods are created or deleted in one go; the rest follows at once, so a refusal is met before hundreds of requests.
    const int Burst = 50;
    readonly ResourceCache<JsonObject> _sets;
    readonly ResourceCache<JsonObject> _pods;
    readonly Adoption _adoption;

    // Deleted by us, although the cache may still show them alive: they must not be counted, else another one would go too.
    readonly ConcurrentDictionary<string, ObjectKey> _condemned = new();

    public ReplicaSetController(ControllerContext context) : base(context, "replicaset-controller")
    {
        (_sets, _pods) = (context.Caches.Of(Resources.ReplicaSets), context.Caches.Of(Resources.Pods));
        _adoption = new Adoption(context, Resources.Pods);
    }

    protected override IEnumerable<Task> Sources(CancellationToken cancellation) =>
    [
        Follow(_sets, change => [change.Key], cancellation),
        Follow(_pods, Concerned, cancellation),
    ];

    IEnumerable<ObjectKey> Concerned(ResourceChange<JsonObject> change)
    {
        if (change is ResourceChange<JsonObject>.Deleted deleted) _condemned.TryRemove(ObjectMetadata.Uid(deleted.Last), out _);
        var owned = Owners.ControllerKey(change.Subject, Resources.ReplicaSets).ToList();
        // An orphan may match any set of its namespace.
        return owned.Count > 0 || Owners.Controller(change.Subject) is not null || change is ResourceChange<JsonObject>.Deleted
            ? owned
            : _sets.InNamespace(change.Key.Namespace).Values.Select(ObjectMetadata.Key);
    }

    protected override async Task<TimeSpan?> Reconcile(ObjectKey key, CancellationToken cancellation)
    {
        await Task.WhenAll(_sets.WhenSynced, _pods.WhenSynced).WaitAsync(cancellation);
        if (_sets.Get(key) is not { } set) return null;
        var pods = await _adoption.Claim(set, cancellation);
        string? trouble = null;
        var more = false;
        if (!Pods.IsDeleting(set)) (trouble, more) = await Scale(set, pods, cancellation);
        pods = [.. _pods.InNamespace(key.Namespace).Values.Where(pod => Owners.IsControlledBy(pod, set))];
        var status = ReplicaSetStatus.Of(set, pods, trouble, Context.Now, Context.Time.GetUtcNow(), out var again);
        await Write(set, status, cancellation);
        if (trouble is not null) throw new RetryException(trouble);
        return more ? TimeSpan.Zero : again;
    }

    async Task<(string? Trouble, bool More)> Scale(JsonObject set, List<JsonObject> pods, CancellationToken cancellation)
    {
        var active = pods.Where(pod => Pods.IsActive(pod) && !_condemned.ContainsKey(ObjectMetadata.Uid(pod))).ToList();
        var missing = (int)((set.NumberAt("spec", "replicas") ?? 1) - active.Count);
        if (missing > 0) return (await Create(set, Math.Min(missing, Burst), cancellation), missing > Burst);
        var trouble = missing < 0 ? await Delete(set, DeletionOrder.Sort(active).Take(Math.Min(-missing, Burst)), cancellation) : null;
        return (trouble, -missing > Burst);
    }

    async Task<string?> Create(JsonObject set, int count, CancellationToken cancellation)
    {
        for (var index = 0; index < count; index++)
        {
            var answer = await Client.Create(
                Resources.Pods, ObjectMetadata.Key(set).Namespace, Pods.FromTemplate(set), ControllerContext.Manager, cancellation);
            if (!answer.IsOk(out var pod))
            {
                var message = answer.Describe();
                Warning(set, "FailedCreate", $"Error creating: {message}");
                return message;
            }
            _pods.Offer(pod);
            Normal(set, "SuccessfulCreate", $"Created pod: {pod.TextAt("metadata", "name")}");
        }
        return null;
    }

    async Task<string?> Delete(JsonObject set, IEnumerable<JsonObject> pods, CancellationToken cancellation)
    {
        foreach (var pod in pods)
        {
            var (key, uid) = (ObjectMetadata.Key(pod), ObjectMetadata.Uid(pod));
            _condemned[uid] = key;
            var answer = await Client.Delete(Resources.Pods, key.Namespace, key.Name, new DeleteOptions { Uid = uid }, cancellation);
            if (answer is Answer<Deletion>.NotFound or Answer<Deletion>.Conflict) continue;
            if (answer is not Answer<Deletion>.Ok)
            {
                _condemned.TryRemove(uid, out _);
                Warning(set, "FailedDelete", $"Error deleting: {answer.Describe()}");
                return answer.Describe();
            }
            Normal(set, "SuccessfulDelete", $"Deleted pod: {key.Name}");
        }
        return null;
    }

    async Task Write(JsonObject set, JsonObject status, CancellationToken cancellation)
    {
        if (status.SameAs(set["status"])) return;
        var next = set.Copy();
        next["status"] = status;
        var answer = await Client.ReplaceStatus(Resources.ReplicaSets, ObjectMetadata.Key(set).Namespace, next, ControllerContext.Manager, cancellation);
        // A conflict needs no retry of its own: the change that caused it brings the key back.
        if (answer.IsOk(out var written)) _sets.Offer(written);
        else if (answer is not (Answer<JsonObject>.Conflict or Answer<JsonObject>.NotFound)) answer.OrRetry("status");
    }
}
