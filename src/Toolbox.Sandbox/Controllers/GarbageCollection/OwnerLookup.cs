using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Toolbox.KubernetesApi;
using Toolbox.Sandbox.Controllers.Machinery;

namespace Toolbox.Sandbox.Controllers.GarbageCollection;

/// <summary>Finds an owner: in the graph when it is surely there, else by asking the server.</summary>
sealed class OwnerLookup(
    ControllerContext context, ResourceDiscovery discovery, OwnershipGraph graph, Func<ResourceType<JsonObject>, bool> isGone)
{
    const string NotServed = "404 page not found";
    readonly ConcurrentDictionary<(string Group, string Kind), ResourceType<JsonObject>> _types = new();

    public async Task<OwnerState> StateOf(OwnerReference owner, OwnedObject dependent, CancellationToken cancellation)
    {
        var known = graph.Find(owner.Uid);
        if (known is not null && IsReachable(known, dependent))
            return known.DeletesDependents ? OwnerState.DeletesDependents : OwnerState.Present;
        // Its kind is known from before, but no longer served.
        if (Find(owner) is { } former && isGone(former)) return OwnerState.Absent;
        if (await TypeOf(owner, cancellation) is not { } type) return OwnerState.Unknown;
        // An object of the whole cluster cannot be owned by one of a namespace; Kubernetes leaves such objects alone.
        if (type.Namespaced && dependent.Key.Namespace.Length == 0) return OwnerState.Unknown;
        var answer = await context.Client.Get(type, type.Namespaced ? dependent.Key.Namespace : null, owner.Name, cancellation);
        // An address that is not served says nothing about the object.
        if (answer is Answer<JsonObject>.NotFound { Message: NotServed }) return OwnerState.Unknown;
        if (answer is Answer<JsonObject>.NotFound) return known is null ? OwnerState.Absent : OwnerState.ElsewhereOnly;
        var live = OwnedObject.Of(type, answer.OrRetry($"reading owner {owner.Kind} {owner.Name}"));
        if (live.Uid != owner.Uid) return known is null ? OwnerState.Absent : OwnerState.ElsewhereOnly;
        return live.DeletesDependents ? OwnerState.DeletesDependents : OwnerState.Present;
    }

    static bool IsReachable(OwnedObject owner, OwnedObject dependent) =>
        !owner.Type.Namespaced || owner.Key.Namespace == dependent.Key.Namespace;

    async Task<ResourceType<JsonObject>?> TypeOf(OwnerReference owner, CancellationToken cancellation)
    {
        var found = Find(owner);
        if (found is not null) return found;
        var served = await discovery.Read(cancellation);
        foreach (var type in served) Remember(type);
        return Find(owner);
    }

    /// <summary>Kinds that are served no more stay known: their objects may still be named as owners.</summary>
    public void Remember(ResourceType<JsonObject> type) => _types[(type.Group, type.Kind)] = type;

    ResourceType<JsonObject>? Find(OwnerReference owner) => _types.GetValueOrDefault((owner.Group, owner.Kind));
}
