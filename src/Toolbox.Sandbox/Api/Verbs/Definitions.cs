using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Api.Resources;
using Toolbox.Sandbox.Api.Store;

namespace Toolbox.Sandbox.Api.Verbs;

/// <summary>
/// The part of apiextensions that lives inside the API server: a stored CustomResourceDefinition is named, established and served; a deleted
/// one takes its objects along.
/// </summary>
static class Definitions
{
    const string Resource = "customresourcedefinitions.apiextensions.k8s.io";
    public const string Finalizer = "customresourcecleanup.apiextensions.k8s.io";

    static readonly WriteOptions Server = new(false, "kube-apiserver", "Ignore", false);

    public static void OnStored(ApiState state, ObjectWriter writer, ResourceType type, StoredObject item)
    {
        if (type.GroupResource != Resource) return;
        if (DefinitionStatus.Next(item.Content, Others(state, type, item), state.Now) is { } next)
        {
            ManagedFieldTracking.Record(type, item.Content, next, Server, "status", state.Now);
            writer.Put(type, state.Objects(type), item, next);
            return;
        }
        state.Catalog.Reload(state.Objects(type).Objects.Values);
        if (item.Content.At("metadata", "deletionTimestamp") is not null) CleanUp(state, writer, type, item);
    }

    public static void OnRemoved(ApiState state, ObjectWriter writer, ResourceType type, StoredObject item)
    {
        if (type.GroupResource == Resource)
        {
            state.Catalog.Reload(state.Objects(type).Objects.Values);
            state.Store.Forget($"{item.Content.TextAt("spec", "names", "plural")}.{item.Content.TextAt("spec", "group")}");
            return;
        }
        if (type.Custom?.IsTerminating != true) return;
        var definitions = state.Catalog.View.Require("apiextensions.k8s.io", "customresourcedefinitions");
        if (state.Objects(definitions).Find("", type.GroupResource) is { } definition) CleanUp(state, writer, definitions, definition);
    }

    static IEnumerable<JsonObject> Others(ApiState state, ResourceType type, StoredObject item) =>
        state.Objects(type).Objects.Values.Where(other => other.Name != item.Name).Select(other => other.Content);

    static void CleanUp(ApiState state, ObjectWriter writer, ResourceType definitions, StoredObject definition)
    {
        if (!definition.Content.TextsAt("metadata", "finalizers").Contains(Finalizer)) return;
        var served = state.Catalog.View.Types.FirstOrDefault(type => type.GroupResource == definition.Name && type.Custom is not null);
        if (served is not null)
        {
            foreach (var item in state.Objects(served).Objects.Values) new ObjectRemover(state, writer).Remove(served, item, DeleteOptions.None);
            if (state.Objects(served).Objects.Count > 0) return;
        }
        var collection = state.Objects(definitions);
        if (collection.Find("", definition.Name) is { } live) writer.Remove(definitions, collection, live, live.Content.Copy());
    }
}
