using System.Text.Json.Nodes;
using Toolbox.KubernetesApi;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Controllers.Machinery;

namespace Toolbox.Sandbox.Controllers.Services;

/// <summary>Keeps the Endpoints object of each service, the older form of its slices; it has no owner and is deleted with the service.</summary>
sealed class EndpointsController : Controller
{
    const string ManagedByLabel = "endpoints.kubernetes.io/managed-by";
    readonly ResourceCache<JsonObject> _services;
    readonly ResourceCache<JsonObject> _pods;
    readonly ResourceCache<JsonObject> _endpoints;

    public EndpointsController(ControllerContext context) : base(context, "endpoint-controller")
    {
        _services = context.Caches.Of(Resources.Services);
        _pods = context.Caches.Of(Resources.Pods);
        _endpoints = context.Caches.Of(Resources.Endpoints);
    }

    protected override IEnumerable<Task> Sources(CancellationToken cancellation) =>
    [
        Follow(_services, change => [change.Key], cancellation),
        Follow(_pods, change => ServiceMatching.Concerned(_services, change), cancellation),
        Follow(_endpoints, change => change.Subject.At("metadata", "labels", ManagedByLabel) is null ? [] : [change.Key], cancellation),
    ];

    protected override async Task<TimeSpan?> Reconcile(ObjectKey key, CancellationToken cancellation)
    {
        await Task.WhenAll(_services.WhenSynced, _pods.WhenSynced, _endpoints.WhenSynced).WaitAsync(cancellation);
        var present = _endpoints.Get(key);
        if (_services.Get(key) is not { } service)
        {
            if (present?.At("metadata", "labels", ManagedByLabel) is not null)
                (await Client.Delete(Resources.Endpoints, key.Namespace, key.Name, null, cancellation)).DoneOrGone($"deleting endpoints {key}");
            return null;
        }
        if (!ServiceEndpoints.IsManaged(service) || Pods.IsDeleting(service)) return null;
        await Write(key, present, Subsets(service), service, cancellation);
        return null;
    }

    JsonArray? Subsets(JsonObject service)
    {
        var pods = ServiceEndpoints.Pods(service, _pods.InNamespace(ObjectMetadata.Key(service).Namespace).Values);
        var groups = pods.GroupBy(pod => string.Join(' ', ServiceEndpoints.Ports(service, pod))).ToList();
        return groups.Count == 0 ? null : new JsonArray([.. groups.Select(group => Subset(service, [.. group]))]);
    }

    static JsonObject Subset(JsonObject service, List<JsonObject> pods)
    {
        var ready = pods.ToLookup(pod => ServiceEndpoints.TakesUnready(service) || (Pods.IsReady(pod) && !Pods.IsDeleting(pod)));
        var subset = new JsonObject();
        if (ready[true].Any()) subset["addresses"] = Addresses(ready[true]);
        if (ready[false].Any()) subset["notReadyAddresses"] = Addresses(ready[false]);
        var ports = ServiceEndpoints.Ports(service, pods[0]);
        if (ports.Count > 0) subset["ports"] = new JsonArray([.. ports.Select(port => port.ToJson(withEmptyName: false))]);
        return subset;
    }

    static JsonArray Addresses(IEnumerable<JsonObject> pods) => new([.. pods.Select(pod =>
    {
        var address = new JsonObject { ["ip"] = pod.TextAt("status", "podIP") };
        if (pod.TextAt("spec", "nodeName") is { Length: > 0 } node) address["nodeName"] = node;
        address["targetRef"] = ServiceEndpoints.TargetReference(pod);
        return address;
    })]);

    async Task Write(ObjectKey key, JsonObject? present, JsonArray? subsets, JsonObject service, CancellationToken cancellation)
    {
        var labels = new JsonObject { [ManagedByLabel] = "endpoint-controller" };
        foreach (var (label, value) in service.PairsAt("metadata", "labels")) labels.TryAdd(label, value);
        if (ServiceEndpoints.IsHeadless(service)) labels["service.kubernetes.io/headless"] = "";
        if (present is not null && present["subsets"].SameAs(subsets) && present.At("metadata", "labels").SameAs(labels)) return;
        var next = present?.Copy() ?? new JsonObject
        {
            ["apiVersion"] = "v1",
            ["kind"] = "Endpoints",
            ["metadata"] = new JsonObject { ["name"] = key.Name },
        };
        next.Child("metadata")["labels"] = labels;
        next.Child("metadata").Child("annotations")[ServiceMatching.ChangeAnnotation] = Context.Now;
        next.Remove("subsets");
        if (subsets is not null) next["subsets"] = subsets;
        var answer = present is null
            ? await Client.Create(Resources.Endpoints, key.Namespace, next, ControllerContext.Manager, cancellation)
            : await Client.Replace(Resources.Endpoints, key.Namespace, next, ControllerContext.Manager, cancellation);
        _endpoints.Offer(answer.OrRetry($"writing endpoints {key}"));
    }
}
