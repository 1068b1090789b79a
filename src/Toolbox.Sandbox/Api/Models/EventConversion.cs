using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Resources;
using Toolbox.Sandbox.Api.Store;

namespace Toolbox.Sandbox.Api.Models;

/// <summary>Between the two forms of events: objects are stored as core/v1 and served as events.k8s.io/v1 too.</summary>
static class EventConversion
{
    static readonly (string Stored, string Served)[] Names =
    [
        ("involvedObject", "regarding"), ("message", "note"), ("reportingComponent", "reportingController"), ("source", "deprecatedSource"),
        ("firstTimestamp", "deprecatedFirstTimestamp"), ("lastTimestamp", "deprecatedLastTimestamp"), ("count", "deprecatedCount"),
    ];

    /// <summary>The stored object in the form of the resource that is asked for.</summary>
    public static StoredObject Served(ResourceType type, StoredObject item) =>
        type.StoredAs is null ? item : StoredObject.Take(Renamed(item.Content, type.ApiVersion, toServed: true), item.Version, typed: true);

    public static JsonObject Served(ResourceType type, JsonObject stored) =>
        type.StoredAs is null ? stored : Renamed(stored, type.ApiVersion, toServed: true);

    /// <summary>A body of the resource in the form that is stored.</summary>
    public static JsonObject Stored(ResourceType type, JsonObject served) =>
        type.StoredAs is null ? served : Renamed(served, "v1", toServed: false);

    static JsonObject Renamed(JsonObject item, string apiVersion, bool toServed)
    {
        var renamed = new JsonObject();
        foreach (var (name, value) in item)
        {
            var pair = Names.FirstOrDefault(entry => (toServed ? entry.Stored : entry.Served) == name);
            renamed[pair == default ? name : toServed ? pair.Served : pair.Stored] = value?.DeepClone();
        }
        renamed["apiVersion"] = apiVersion;
        return renamed;
    }
}
