using System.Text.Json.Nodes;
using Toolbox.KubernetesApi;
using Toolbox.Sandbox.Controllers.Machinery;

namespace Toolbox.Sandbox.Controllers.GarbageCollection;

/// <summary>Finds an owner: in the graph when it is surely there, else by asking the server.</summary>
sealed class OwnerLookup(ControllerContext context, ResourceDiscovery discovery, OwnershipGraph graph)
{
    IReadOnlyList<ResourceType<JsonObject>> _types = [];

    public async Task<OwnerState> StateOf(OwnerReference owner, OwnedObject dependent, CancellationToken cancellation)
    {
        var known = graph.Find(owner.Uid);
        if (known is not null && IsReachable(known, dependent))
            return known.DeletesDependents ? OwnerState.DeletesDependents : OwnerState.Present;
        if (await TypeOf(owner, cancellation) is not { } type) return OwnerState.Unknown;
        // An object of the whole cluster cannot be owned by one of a namespace; Kubernetes leaves such objects alone.
        if (type.Namespaced && dependent.Key.Namespace.Length == 0) return OwnerState.Unknown;
        var answer = await context.Client.Get(type, type.Namespaced ? dependent.Key.Namespace : null, owner.Name, cancellation);
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
        Volatile.Write(ref _types, await discovery.Read(cancellation));
        return Find(owner);
    }

    ResourceType<JsonObject>? Find(OwnerReference owner) =>
        Volatile.Read(ref _types).FirstOrDefault(type => type.Group == owner.Group && type.Kind == owner.Kind);
}
