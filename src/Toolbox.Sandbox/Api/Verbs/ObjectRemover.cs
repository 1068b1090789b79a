using System.Globalization;
using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Api.Refusals;
using Toolbox.Sandbox.Api.Resources;
using Toolbox.Sandbox.Api.Store;

namespace Toolbox.Sandbox.Api.Verbs;

/// <summary>Deletes objects: at once, or by marking those that finalizers or a grace period keep.</summary>
sealed class ObjectRemover(ApiState state, ObjectWriter writer)
{
    static readonly string[] Immortal = ["default", "kube-system", "kube-public"];

    /// <summary>Deletes one object under the store's lock.</summary>
    /// <returns>The object as it is now or, when <c>Removed</c>, as it was last.</returns>
    public (StoredObject Object, bool Removed) Remove(ResourceType type, string @namespace, string name, DeleteOptions options)
    {
        lock (state.Store.Gate)
        {
            var live = state.Objects(type).Find(@namespace, name) ?? throw Refuse.NotFound(type, name);
            if (type.GroupResource == "namespaces" && Immortal.Contains(name)) throw Refuse.Forbidden("", "namespaces", name, "this namespace may not be deleted");
            Check(type, live, options);
            return Remove(type, live, options);
        }
    }

    public (StoredObject Object, bool Removed) Remove(ResourceType type, StoredObject live, DeleteOptions options)
    {
        var next = live.Content.Copy();
        Mark(type, next, options);
        var collection = state.Objects(type);
        if (ObjectWriter.IsReadyToGo(next))
        {
            return options.DryRun ? (live, true) : (writer.Remove(type, collection, live, Last(type, live, next)), true);
        }
        if (next.SameAs(live.Content) || options.DryRun) return (live, false);
        return (writer.Put(type, collection, live, next), false);
    }

    // Only kinds with a grace period show the deletion in their last state.
    static JsonObject Last(ResourceType type, StoredObject live, JsonObject next) => type.GroupResource == "pods" ? next : live.Content.Copy();

    void Mark(ResourceType type, JsonObject next, DeleteOptions options)
    {
        var metadata = next.Child("metadata");
        Propagation.Apply(type, metadata, options);
        var seconds = type.GroupResource == "pods" ? GracePeriod.Of(next, options.GracePeriodSeconds) : 0;
        var marked = metadata["deletionTimestamp"] is not null;
        if (marked)
        {
            if (metadata.NumberAt("deletionGracePeriodSeconds") <= seconds || type.GroupResource != "pods") return;
            metadata["deletionGracePeriodSeconds"] = seconds;
            metadata["deletionTimestamp"] = Later(seconds);
            return;
        }
        metadata["deletionTimestamp"] = Later(seconds);
        switch (type.GroupResource)
        {
            case "namespaces":
                next.Child("status")["phase"] = "Terminating";
                return;
            case "customresourcedefinitions.apiextensions.k8s.io":
                metadata["finalizers"] = metadata.TextsAt("finalizers").Append(Definitions.Finalizer).Distinct().ToJsonArray();
                DefinitionStatus.MarkTerminating(next, state.Now);
                return;
        }
        metadata["deletionGracePeriodSeconds"] = seconds;
        if (metadata.NumberAt("generation") is > 0 and var generation) metadata["generation"] = generation + 1;
    }

    string Later(long seconds) =>
        state.Clock.GetUtcNow().AddSeconds(seconds).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    static void Check(ResourceType type, StoredObject live, DeleteOptions options)
    {
        var uid = live.Content.TextAt("metadata", "uid");
        if (options.Uid is not null && options.Uid != uid)
            throw Refuse.PreconditionFailed(type, live.Name,
                $"the UID in the precondition ({options.Uid}) does not match the UID in record ({uid}). The object might have been deleted and then recreated");
        if (options.ResourceVersion is { } version && version != live.Version.ToString(CultureInfo.InvariantCulture))
            throw Refuse.PreconditionFailed(type, live.Name,
                $"the ResourceVersion in the precondition ({version}) does not match the ResourceVersion in record ({live.Version}). The object might have been modified");
    }
}
