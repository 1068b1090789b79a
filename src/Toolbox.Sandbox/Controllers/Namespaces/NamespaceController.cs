using System.Text.Json.Nodes;
using Toolbox.KubernetesApi;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Controllers.GarbageCollection;
using Toolbox.Sandbox.Controllers.Machinery;

namespace Toolbox.Sandbox.Controllers.Namespaces;

/// <summary>Empties a namespace that is being deleted, tells in its conditions what is left, and lets it go when nothing is.</summary>
sealed class NamespaceController(ControllerContext context, ResourceDiscovery discovery) : Controller(context, "namespace-controller")
{
    const string Finalizer = "kubernetes";
    static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(200);
    readonly ResourceCache<JsonObject> _namespaces = context.Caches.Of(Resources.Namespaces);
    readonly NamespaceContent _content = new(context, discovery);

    protected override IEnumerable<Task> Sources(CancellationToken cancellation) =>
        [Follow(_namespaces, change => [change.Key], cancellation)];

    protected override async Task<TimeSpan?> Reconcile(ObjectKey key, CancellationToken cancellation)
    {
        await _namespaces.WhenSynced.WaitAsync(cancellation);
        if (_namespaces.Get(key) is not { } item || !Pods.IsDeleting(item) || !item.TextsAt("spec", "finalizers").Contains(Finalizer)) return null;
        var report = await _content.Empty(key.Name, cancellation);
        if (!report.IsEmpty)
        {
            await WriteStatus(item, NamespaceConditions.Of(item, report, Context.Now), cancellation);
            return LookAgain;
        }
        var next = item.Copy();
        next.Child("spec")["finalizers"] = item.TextsAt("spec", "finalizers").Where(name => name != Finalizer).ToJsonArray();
        var answer = await Client.Replace(
            Resources.Namespaces, null, next, ControllerContext.Manager with { Subresource = "finalize" }, cancellation);
        if (answer is not Answer<JsonObject>.Conflict) answer.DoneOrGone($"finalizing namespace {key}");
        return null;
    }

    async Task WriteStatus(JsonObject item, JsonArray conditions, CancellationToken cancellation)
    {
        if (conditions.SameAs(item.At("status", "conditions"))) return;
        var next = item.Copy();
        next.Child("status")["conditions"] = conditions;
        var answer = await Client.ReplaceStatus(Resources.Namespaces, null, next, ControllerContext.Manager, cancellation);
        if (answer.IsOk(out var written)) _namespaces.Offer(written);
    }
}
