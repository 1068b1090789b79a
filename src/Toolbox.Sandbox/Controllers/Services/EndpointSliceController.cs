using System.Text.Json.Nodes;
using Toolbox.KubernetesApi;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Controllers.Machinery;

namespace Toolbox.Sandbox.Controllers.Services;

/// <summary>
/// Keeps one EndpointSlice per service and set of ports. A slice holds up to 1000 endpoints, as the API allows, instead of being split
/// at 100.
/// </summary>
sealed class EndpointSliceController : Controller
{
    const string ServiceLabel = "kubernetes.io/service-name";
    const string ManagedByLabel = "endpointslice.kubernetes.io/managed-by";
    const string ManagedBy = "endpointslice-controller.k8s.io";
    readonly ResourceCache<JsonObject> _services;
    readonly ResourceCache<JsonObject> _pods;
    readonly ResourceCache<JsonObject> _slices;

    public EndpointSliceController(ControllerContext context) : base(context, "endpoint-slice-controller")
    {
        _services = context.Caches.Of(Resources.Services);
        _pods = context.Caches.Of(Resources.Pods);
        _slices = context.Caches.Of(Resources.EndpointSlices);
    }

    protected override IEnumerable<Task> Sources(CancellationToken cancellation) =>
    [
        Follow(_services, change => [change.Key], cancellation),
        Follow(_pods, change => ServiceMatching.Concerned(_services, change), cancellation),
        Follow(_slices, Service, cancellation),
    ];

    static IEnumerable<ObjectKey> Service(ResourceChange<JsonObject> change) =>
        change.Subject.TextAt("metadata", "labels", ServiceLabel) is { } name ? [change.Key with { Name = name }] : [];

    protected override async Task<TimeSpan?> Reconcile(ObjectKey key, CancellationToken cancellation)
    {
        await Task.WhenAll(_services.WhenSynced, _pods.WhenSynced, _slices.WhenSynced).WaitAsync(cancellation);
        var service = _services.Get(key);
        // What belonged to a deleted service is the garbage collector's.
        if (service is null || Pods.IsDeleting(service) || !ServiceEndpoints.IsManaged(service)) return null;
        var present = _slices.InNamespace(key.Namespace).Values.Where(slice =>
            slice.TextAt("metadata", "labels", ServiceLabel) == key.Name && slice.TextAt("metadata", "labels", ManagedByLabel) == ManagedBy
            && !Pods.IsDeleting(slice)).OrderBy(slice => ObjectMetadata.Key(slice).Name, StringComparer.Ordinal).ToList();
        foreach (var wanted in Render(service))
        {
            var match = present.Find(slice => slice["ports"].SameAs(wanted["ports"])) ?? present.FirstOrDefault();
            if (match is not null) present.Remove(match);
            await Write(key, match, wanted, cancellation);
        }
        foreach (var surplus in present)
            (await Client.Delete(Resources.EndpointSlices, key.Namespace, ObjectMetadata.Key(surplus).Name, null, cancellation)).DoneOrGone("deleting a slice");
        return null;
    }

    List<JsonObject> Render(JsonObject service)
    {
        var pods = ServiceEndpoints.Pods(service, _pods.InNamespace(ObjectMetadata.Key(service).Namespace).Values);
        var groups = pods.GroupBy(pod => string.Join(' ', ServiceEndpoints.Ports(service, pod))).ToList();
        if (groups.Count == 0) return [Slice(service, null, null)];
        return [.. groups.Select(group => Slice(
            service,
            new JsonArray([.. ServiceEndpoints.Ports(service, group.First()).Select(port => port.ToJson(withEmptyName: true))]),
            new JsonArray([.. group.Select(pod => Endpoint(service, pod))])))];
    }

    JsonObject Slice(JsonObject service, JsonArray? ports, JsonArray? endpoints)
    {
        var name = service.TextAt("metadata", "name");
        var labels = new JsonObject { [ManagedByLabel] = ManagedBy, [ServiceLabel] = name };
        if (ServiceEndpoints.IsHeadless(service)) labels["service.kubernetes.io/headless"] = "";
        foreach (var (label, value) in service.PairsAt("metadata", "labels")) labels.TryAdd(label, value);
        return new JsonObject
        {
            ["apiVersion"] = Resources.EndpointSlices.ApiVersion,
            ["kind"] = Resources.EndpointSlices.Kind,
            ["metadata"] = new JsonObject
            {
                ["generateName"] = $"{name}-",
                ["labels"] = labels,
                ["annotations"] = new JsonObject { [ServiceMatching.ChangeAnnotation] = Context.Now },
                ["ownerReferences"] = new JsonArray(Owners.Reference(service)),
            },
            ["addressType"] = service.TextsAt("spec", "ipFamilies").FirstOrDefault() == "IPv6" ? "IPv6" : "IPv4",
            ["endpoints"] = endpoints,
            ["ports"] = ports,
        };
    }

    static JsonObject Endpoint(JsonObject service, JsonObject pod)
    {
        var (serving, terminating) = (Pods.IsReady(pod), Pods.IsDeleting(pod));
        var endpoint = new JsonObject
        {
            ["addresses"] = new JsonArray(pod.TextAt("status", "podIP")),
            ["conditions"] = new JsonObject
            {
                ["ready"] = ServiceEndpoints.TakesUnready(service) || (serving && !terminating),
                ["serving"] = serving,
                ["terminating"] = terminating,
            },
            ["targetRef"] = ServiceEndpoints.TargetReference(pod),
        };
        if (pod.TextAt("spec", "hostname") is { Length: > 0 } host && pod.TextAt("spec", "subdomain") == service.TextAt("metadata", "name"))
            endpoint["hostname"] = host;
        if (pod.TextAt("spec", "nodeName") is { Length: > 0 } node) endpoint["nodeName"] = node;
        return endpoint;
    }

    async Task Write(ObjectKey key, JsonObject? present, JsonObject wanted, CancellationToken cancellation)
    {
        Answer<JsonObject> answer;
        if (present is null) answer = await Client.Create(Resources.EndpointSlices, key.Namespace, wanted, ControllerContext.Manager, cancellation);
        else
        {
            var same = present["endpoints"].SameAs(wanted["endpoints"]) && present["ports"].SameAs(wanted["ports"])
                && present.At("metadata", "labels").SameAs(wanted.At("metadata", "labels"));
            if (same) return;
            var next = present.Copy();
            (next["endpoints"], next["ports"]) = (wanted["endpoints"]?.DeepClone(), wanted["ports"]?.DeepClone());
            foreach (var part in (string[])["labels", "annotations"]) next.Child("metadata")[part] = wanted.At("metadata", part)!.DeepClone();
            answer = await Client.Replace(Resources.EndpointSlices, key.Namespace, next, ControllerContext.Manager, cancellation);
        }
        _slices.Offer(answer.OrRetry("writing an endpoint slice"));
    }
}
