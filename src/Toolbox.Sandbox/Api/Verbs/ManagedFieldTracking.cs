using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Api.Resources;
using Toolbox.Sandbox.Objects;

namespace Toolbox.Sandbox.Api.Verbs;

/// <summary>Keeps metadata.managedFields of writes that are not applies.</summary>
static class ManagedFieldTracking
{
    /// <summary>Writes into <paramref name="next"/> who owns what after the write.</summary>
    public static void Record(ResourceType type, JsonObject? live, JsonObject next, WriteOptions options, string subresource, string now)
    {
        var tracked = ManagedFields.TrackUpdate(
            live, next, options.Manager, subresource, type.ApiVersion, subresource == "scale" ? null : now, type.Fields, Ignored(type, subresource));
        var metadata = next.Child("metadata");
        if (tracked.At("metadata", "managedFields") is { } managed) metadata["managedFields"] = managed.DeepClone();
        else metadata.Remove("managedFields");
    }

    /// <summary>What the endpoint ignores, so that nobody comes to own it there.</summary>
    public static IReadOnlyList<string> Ignored(ResourceType type, string subresource) =>
        ResetFields.Of(type.ApiVersion, type.Kind, subresource, type.Custom?.HasStatus ?? true);

    /// <summary>Whether nothing changed but times of managers, which is no change.</summary>
    public static bool SameButTimes(JsonObject next, JsonObject live)
    {
        if (next.SameAs(live)) return true;
        if (next.ObjectsAt("metadata", "managedFields").Count() != live.ObjectsAt("metadata", "managedFields").Count()) return false;
        return WithoutTimes(next).SameAs(WithoutTimes(live));
    }

    static JsonObject WithoutTimes(JsonObject item)
    {
        var copy = item.Copy();
        foreach (var entry in copy.ObjectsAt("metadata", "managedFields")) entry.Remove("time");
        return copy;
    }
}
